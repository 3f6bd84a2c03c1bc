import type { Core } from './core.js'
import type { View } from './page.js'
import { bringRefresher } from './refresher/bring-refresher.js'
import { bringSafeCodes } from './safe-code/bring-safe-codes.js'
import type { Settings } from './settings.js'

export interface ExtrasOptions {
  readonly core: Core
  readonly settings: Settings
  readonly view: () => View | undefined
  /** Brings the cart up to date. */
  readonly act: () => Promise<void>
}

/** What options add: codes made for each checkout, cookies that a server keeps. Without them nothing is done. */
export interface Extras {
  /** Until the signal aborts. */
  readonly begin: (signal: AbortSignal) => void
  /** The cart was looked after. */
  readonly look: () => void
  /** What is kept may have changed. */
  readonly refresh: () => Promise<void>
}

export const createExtras = ({ act, core, settings, view }: ExtrasOptions): Extras => {
  const safe = bringSafeCodes({ core, ...settings, view, act })
  const refresh = bringRefresher({ core, ...settings.refresher })
  return {
    begin: safe.begin,
    look: safe.look,
    refresh,
  }
}

import type { Core } from './core.js'
import type { View } from './page.js'
import { createRefreshCookie } from './refresh-cookie.js'
import { bringSafeCodes } from './safe-code/bring-safe-codes.js'
import type { Settings } from './settings.js'

export interface ExtrasOptions {
  readonly core: Core
  readonly settings: Settings
  readonly view: () => View | undefined
  /** Brings the cart up to date. */
  readonly act: () => Promise<void>
}

/** What options add: codes made for each checkout, a cookie that a server keeps. Without them nothing is done. */
export interface Extras {
  /** Until the signal aborts. */
  readonly begin: (signal: AbortSignal) => void
  /** The cart was looked after. */
  readonly look: () => void
}

export const createExtras = ({ act, core, settings, view }: ExtrasOptions): Extras => {
  const { holdings, layers, now, report } = core
  const safe = bringSafeCodes({ core, ...settings, view, act })
  const refreshCookie = createRefreshCookie({
    endpoint: settings.refresher?.endpoint,
    now,
    isKept: () => layers.some((layer) => layer.name === 'cookie' && holdings.keeps(layer)),
    report,
  })
  return {
    begin: safe.begin,
    look: () => {
      safe.look()
      void refreshCookie()
    },
  }
}

import type { Tab } from '../browsers/support/tab.js'
import { expect } from '../fixtures.js'
import { isKept, isRefusing } from './expected-of.js'
import type { Row } from './factors.js'
import { isReady } from './is-ready.js'
import { keeperAsks } from './keeper-asks.js'
import type { Walk } from './stage.js'

/** Milliseconds: longer than a shop that asked for it is left alone. */
const LATER = 11 * 60_000

const LATER_CLOCK = `<script>{
  const { now } = Date
  Date.now = () => now() + ${LATER}
}</script>`

/** Whether the shop says that it wants to be left alone, and the shopper stays until a page that can keep it has heard. */
const isHeard = (row: Row): boolean => {
  const isWhole = row.page !== 'killed' && row.page !== 'frozen'
  return isRefusing(row) && row.pace === 'calm' && isWhole && isKept(row)
}

/** What the keeper asked of a shop since it was to be left alone. */
export type Asked = () => readonly string[]

/** Waits until the keeper has heard that it is to leave the shop alone; undefined on rows where nobody can wait for that. */
export const hearRefusal = async ({ row, shop, tab }: Walk): Promise<Asked | undefined> => {
  if (!isHeard(row)) return undefined
  await expect
    .poll(() => tab.look(() => window.DiscountKeeper.inspect().seen.until ?? 0))
    .toBeGreaterThan(Date.now())
  const before = keeperAsks(shop).length
  return () => keeperAsks(shop).slice(before)
}

export interface LaterOptions {
  readonly tab: Tab
  readonly url: string
  readonly asked: Asked
  /** Has the shop's pages load this from now on, ahead of all else. */
  readonly prepend: (script: string) => void
}

/** The shopper is at the cart again when the shop has been left alone for long enough: it is asked again. */
export const askLater = async ({ asked, prepend, tab, url }: LaterOptions): Promise<void> => {
  prepend(LATER_CLOCK)
  await tab.goto(`${url}/cart`)
  await isReady(tab)
  await expect.poll(asked, 'asked again, ten minutes later').not.toEqual([])
}

import { settled } from '../browsers/shopper.js'
import { breakStorage } from './break-storage.js'
import { isRefusing } from './expected-of.js'
import type { Row } from './factors.js'
import { fillCart } from './fill-cart.js'
import { isReady } from './is-ready.js'
import { land } from './land.js'
import { comeBack, leaveCart } from './leave-cart.js'
import { askLater, hearRefusal } from './left-alone.js'
import { lookAgain } from './look-again.js'
import { openNetwork } from './open-network.js'
import { scriptTags } from './script-tags.js'
import type { Stage, Walk } from './stage.js'

export interface Outcome {
  /** The codes that checkout takes. */
  readonly codes: readonly string[]
  /** The page was taken out of the back/forward cache as it was left. */
  readonly wasCached: boolean
  /** Taken out of it later on, the page said what had become of the cart. */
  readonly hasLookedAgain: boolean
  /** What the keeper asked of a shop that was to be left alone; undefined where it may not have heard that it was. */
  readonly intruded: readonly string[] | undefined
}

const clear = async ({ forget, row, tab }: Walk): Promise<void> => {
  const isGone = row.page === 'killed' || row.page === 'frozen'
  // what is still to come of an answer has the page write once more
  if (!isGone && isRefusing(row)) await settled(tab)
  await tab.eval(() => localStorage.clear())
  await forget(/^cc_/)
}

/** Goes to checkout and back; true for the page as it was left. */
const returnFromCheckout = async ({ row, tab }: Walk): Promise<boolean> => {
  await tab.eval(() => Reflect.set(window, 'wasHere', true))
  await leaveCart(tab, row.exit)
  return comeBack(tab)
}

/** From the landing to checkout, with all that the row has go wrong on the way. */
export const walkRow = async (row: Row, stage: Stage): Promise<Outcome> => {
  const network = openNetwork(stage.shop, row.network)
  const walk: Walk = { ...stage, row, network }
  const { tab } = stage
  const { settings, url } = stage.shop
  const tags = scriptTags(stage.shop, row.page)
  const load = (tag: string): void => {
    settings.scriptTag = breakStorage(row.storage) + tag
  }

  load(tags.landing)
  const frozen = await land(walk)
  if (row.storage === 'cleared') await clear(walk)
  load(tags.product)
  await fillCart(walk)
  const asked = await hearRefusal(walk)
  if (row.until === 'checkout') network.repair()
  load(tags.cart)
  await tab.goto(`${url}/cart`)
  await isReady(tab)
  const wasCached = row.page === 'cached' && (await returnFromCheckout(walk))
  const codes = await leaveCart(tab, row.exit)
  const intruded = asked?.()
  // what follows is no part of the journey
  await frozen?.thaw()
  const hasLookedAgain = wasCached && (await comeBack(tab)) && (await lookAgain(walk))
  if (asked) await askLater({ asked, tab, url, prepend: (script) => load(script + tags.cart) })
  return { codes, wasCached, hasLookedAgain, intruded }
}

import type { Affiliate } from './affiliate.js'
import type { Pace } from './cart/pace.js'
import type { SeenStore } from './cart/seen.js'
import type { CheckoutDoor } from './checkout-door.js'
import type { DiscountKeeperError } from './errors.js'
import type { Guard } from './guard.js'
import type { Holdings } from './holdings.js'
import type { Gate } from './landing/gate.js'
import type { Layer } from './layers/layer.js'
import type { Redraw } from './redraw.js'
import type { Outlook } from './outlook.js'
import type { Cart } from './types.js'
import type { Leave } from './create-leave.js'

/** The parts of a keeper, put together; nothing is read or sent yet. */
export interface Core extends Pick<Leave, 'allowed' | 'isInert'> {
  readonly gate: Gate
  readonly layers: readonly Layer[]
  readonly holdings: Holdings
  readonly affiliate: Affiliate
  readonly pace: Pace
  readonly door: CheckoutDoor
  readonly syncLayers: () => void
  readonly seen: SeenStore
  readonly cart: () => Cart | undefined
  readonly report: (error: DiscountKeeperError) => void
  readonly guard: Guard
  readonly now: () => number
  readonly outlook: Outlook
  readonly redraw: Redraw
  /** What a checkout of this moment is bound to; `''` while there is no cart, and where the shop does not say. */
  readonly cartId: () => string
  /** Runs what writes to the cart, one at a time over all tabs. */
  readonly alone: (task: () => Promise<void>) => Promise<void>
}

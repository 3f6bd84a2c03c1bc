import type { DiscountKeeper } from '../discount-keeper.js'

/**
 * What a keeper says, as one moment: a new object as soon as anything it told reads differently, else the same. `apply` and
 * `remove` are always the keeper's own; `price`, `checkoutUrl` and `link` are other functions in each moment, so that what
 * was computed with them is computed anew.
 */
export interface Discount extends Pick<
  DiscountKeeper,
  'grants' | 'notices' | 'ref' | 'price' | 'apply' | 'remove' | 'checkoutUrl' | 'link'
> {
  /** The keeper has looked: until then what it says is what a server can say, nothing. */
  readonly isReady: boolean
}

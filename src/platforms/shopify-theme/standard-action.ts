import type { Cart, CartChange } from '../../types.js'
import { rememberReasons } from '../remember-reasons.js'
import { soleReason } from '../sole-reason.js'
import { callAction } from './call-action.js'
import { sameCodes } from './same-codes.js'
import type { ShopifyWindow } from './shopify-window.js'

/** An event of the theme, or a request as resource timing shows it. */
export interface Seen {
  readonly context?: unknown
  readonly discountCodes?: unknown
  readonly startTime?: number | undefined
  readonly duration?: number | undefined
}

/** A theme's way of setting codes, which redraws its cart as well. */
export interface StandardAction {
  /**
   * The cart, re-read, after the theme has set the codes; undefined where it has not, now or before on this page: the shop
   * itself is to be asked. Rejects where the shop cannot be read.
   */
  readonly write: (
    change: CartChange & { readonly codes: readonly string[] },
  ) => Promise<Cart | undefined>
  /** A cart that was read, with the reasons that are known of its codes. */
  readonly recall: (cart: Cart) => Cart
  /** The theme did it, or announces it, for us. */
  readonly isOwn: (seen: Seen) => boolean
}

export interface StandardActionOptions {
  readonly view: () => ShopifyWindow
  readonly request: (path: string, body?: object) => Promise<Cart>
}

const withReason = (cart: Cart, warnings: readonly string[]): Cart => {
  const reason = soleReason(cart.codes ?? [], warnings)
  const codes = cart.codes?.map((code) => (code.applicable || !reason ? code : { ...code, reason }))
  return { ...cart, codes }
}

/** The standard action `updateCart` of a theme that has one of its own. */
export const standardAction = ({ request, view }: StandardActionOptions): StandardAction => {
  const recall = rememberReasons()
  let isBroken = false
  /** What is being set, or was a moment ago. */
  let asked: readonly string[] | undefined
  /** When that began and ended, on the clock of the page's performance entries. */
  let from = Infinity
  let to = 0
  const now = (): number => view().performance?.now() ?? 0

  const setCodes = async (codes: readonly string[]): Promise<readonly string[] | undefined> => {
    from = now()
    asked = codes
    const warnings = await callAction(view(), codes)
    to = now()
    // some announce it when it is done; whoever sets codes later is somebody else
    setTimeout(() => {
      asked = undefined
    })
    return warnings
  }

  return {
    recall,
    write: async ({ attributes, codes }) => {
      const warnings = isBroken ? undefined : await setCodes(codes)
      isBroken = !warnings
      if (!warnings) return undefined
      // the shop merges attributes; an action may replace those too that nobody but the shop can see
      const path = attributes ? 'cart/update.js' : 'cart.js'
      const cart = await request(path, attributes && { attributes })
      // a cart that does not tell is believed
      isBroken = !!cart.codes && !sameCodes(codes, cart.codes)
      return isBroken ? undefined : recall(withReason(cart, warnings))
    },
    isOwn: ({ context, discountCodes, duration = 0, startTime }) =>
      startTime === undefined
        ? !!asked && context === 'standard-action' && sameCodes(asked, discountCodes)
        : from <= startTime && startTime + duration <= to,
  }
}

import { isSame } from '../../is-same.js'
import type { Cart, CartChange, CartSignal, Platform } from '../../types.js'
import { rememberReasons } from '../remember-reasons.js'
import { SHOPIFY_CHECKOUT_PATH } from '../shopify-checkout-path.js'
import { soleReason } from '../sole-reason.js'
import { attributionConsent } from '../attribution-consent.js'
import type { RawCart } from './refresh-theme.js'
import { refreshTheme } from './refresh-theme.js'
import { requestCart } from './request-cart.js'
import type { ShopifyWindow } from './shopify-window.js'
import { root } from './shopify-window.js'
import { standardAction } from './standard-action.js'
import { watchCart } from './watch-cart.js'

/** The cart has these codes, and no others; a cart that does not tell is believed. */
const holds = ({ codes: held }: Cart, codes: readonly string[]): boolean =>
  !held ||
  (held.length === codes.length &&
    codes.every((code) => held.some((one) => isSame(one.code, code))))

/**
 * The Ajax Cart API of a Liquid theme, as a platform. Where the theme has a standard action of its own, codes that follow a
 * change of the shopper's are set by that, once: at landing, and while sets are tried out, a cart needs no redrawing.
 */
export const ajaxCart = (view: () => ShopifyWindow): Platform => {
  const own: string[] = []
  const send = requestCart(view, own)
  const action = standardAction(view)
  const withReasons = rememberReasons()
  let last: RawCart | undefined
  let isTurn = false
  let isDrawn = false

  const request = async (path: string, body?: object, warnings: readonly string[] = []) => {
    const { cart, raw } = await send(path, body)
    last = raw
    const reason = soleReason(cart.codes ?? [], warnings)
    const codes = cart.codes?.map((code) =>
      reason && !code.applicable ? { ...code, reason } : code,
    )
    return withReasons({ ...cart, codes })
  }

  const byAction = async (codes: readonly string[]): Promise<readonly string[] | undefined> => {
    const isOwed = isTurn
    isTurn = false
    return isOwed && action.isReady() ? action.setCodes(codes) : undefined
  }

  /** The attributes go to the shop itself, which merges them: an action may replace those that nobody but the shop can see. */
  const write = async ({ attributes, codes }: CartChange): Promise<Cart> => {
    const warnings = codes && (await byAction(codes))
    isDrawn = !!warnings
    const byAjax = { discount: codes?.join(','), attributes }
    if (!warnings) return request('cart/update.js', byAjax)
    const cart = attributes
      ? await request('cart/update.js', { attributes }, warnings)
      : await request('cart.js', undefined, warnings)
    if (holds(cart, codes)) return cart
    action.giveUp()
    isDrawn = false
    return request('cart/update.js', byAjax)
  }

  return {
    name: 'shopify-theme',
    // what a cart without items does with codes is promised nowhere
    capabilities: {
      multi: true,
      replacesOnApply: true,
      caseSensitive: false,
      emptyCartKeeps: false,
      typedErrors: false,
      attributes: true,
    },
    checkoutPath: SHOPIFY_CHECKOUT_PATH,
    // five codes for products or the order, and one for shipping: which is which, only the shop knows
    limits: { codes: 6 },
    // the token in front of ?key= names the cart; the key is a secret and goes nowhere
    cartId: () => {
      try {
        return /(?:^|; )cart=([^;%?]+)/.exec(view().document.cookie)?.[1] ?? ''
      } catch {
        // a sandboxed page may not even name its cookies
        return ''
      }
    },
    read: () => request('cart.js'),
    write,
    // one code is all that /discount/ is documented for
    visit: ([code = '']) =>
      request(
        'discount/' +
          encodeURIComponent(code) +
          '?redirect=' +
          encodeURIComponent(root(view()) + 'cart.js'),
      ),
    watch: (tell, stop) => {
      const changed = (signal: CartSignal): void => {
        isTurn = true
        tell(signal)
      }
      watchCart({ view: view(), own, action, changed, stop })
    },
    refresh: () => {
      if (last && !isDrawn) refreshTheme(view(), last)
    },
    inert: () => !!view().Shopify?.designMode,
    consent: () => attributionConsent(view()),
  }
}

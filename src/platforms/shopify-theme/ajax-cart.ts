import type { Cart, CartChange, CartSignal, Platform } from '../../types.js'
import { SHOPIFY_CHECKOUT_PATH } from '../shopify-checkout-path.js'
import { attributionConsent } from '../attribution-consent.js'
import { hasOwnAction } from './has-own-action.js'
import type { RawCart } from './refresh-theme.js'
import { refreshTheme } from './refresh-theme.js'
import { requestCart } from './request-cart.js'
import type { ShopifyWindow } from './shopify-window.js'
import { root } from './shopify-window.js'
import type { StandardAction } from './standard-action.js'
import { watchCart } from './watch-cart.js'

/**
 * The Ajax Cart API of a Liquid theme, as a platform. Where the theme has a standard action of its own, codes that follow a
 * change of the shopper's are set by that, once: at landing, and while sets are tried out, a cart needs no redrawing.
 */
export const ajaxCart = (view: () => ShopifyWindow): Platform => {
  const own: string[] = []
  const send = requestCart(view, own)
  let last: RawCart | undefined
  let action: StandardAction | undefined
  let isTurn = false
  let isDrawn = false

  const request = async (path: string, body?: object): Promise<Cart> => {
    const { cart, raw } = await send(path, body)
    last = raw
    return action ? action.recall(cart) : cart
  }

  const findAction = async (): Promise<StandardAction | undefined> => {
    // before the page is read it may not be what the theme will have it be
    const isReady = view().document.readyState !== 'loading'
    if (!isReady || !hasOwnAction(view())) return undefined
    const { standardAction } = await import('./standard-action.js')
    return (action ??= standardAction({ view, request }))
  }

  const writeByAction = async (
    codes: readonly string[],
    attributes: CartChange['attributes'],
  ): Promise<Cart | undefined> => {
    if (!isTurn) return undefined
    isTurn = false
    // a file that was not copied along
    const found = await findAction().catch(() => undefined)
    return found?.write({ codes, attributes })
  }

  const write = async ({ attributes, codes }: CartChange): Promise<Cart> => {
    const cart = codes && (await writeByAction(codes, attributes))
    isDrawn = !!cart
    return cart ?? request('cart/update.js', { discount: codes?.join(','), attributes })
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
      watchCart({ view: view(), own, isOwn: (seen) => !!action?.isOwn(seen), changed, stop })
    },
    refresh: () => {
      if (last && !isDrawn) refreshTheme(view(), last)
    },
    inert: () => !!view().Shopify?.designMode,
    consent: () => attributionConsent(view()),
  }
}

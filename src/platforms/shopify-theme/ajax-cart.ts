import type { Cart, Platform } from '../../types.js'
import { SHOPIFY_CHECKOUT_PATH } from '../shopify-checkout-path.js'
import { attributionConsent } from '../attribution-consent.js'
import type { RawCart } from './refresh-theme.js'
import { refreshTheme } from './refresh-theme.js'
import { requestCart } from './request-cart.js'
import type { ShopifyWindow } from './shopify-window.js'
import { root } from './shopify-window.js'
import { watchCart } from './watch-cart.js'

/** The Ajax Cart API of a Liquid theme, as a platform. */
export const ajaxCart = (view: () => ShopifyWindow): Platform => {
  const own: string[] = []
  const send = requestCart(view, own)
  let last: RawCart | undefined
  const request = async (path: string, body?: object): Promise<Cart> => {
    const { cart, raw } = await send(path, body)
    last = raw
    return cart
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
    // the token in front of ?key= names the cart; the key is a secret and goes nowhere
    cartId: () => /(?:^|; )cart=([^;%?]+)/.exec(view().document.cookie)?.[1] ?? '',
    read: () => request('cart.js'),
    write: ({ codes, attributes }) =>
      request('cart/update.js', { discount: codes?.join(','), attributes }),
    // one code is all that /discount/ is documented for
    visit: ([code = '']) =>
      request(
        'discount/' +
          encodeURIComponent(code) +
          '?redirect=' +
          encodeURIComponent(root(view()) + 'cart.js'),
      ),
    watch: (changed, stop) => watchCart({ view: view(), own, changed, stop }),
    refresh: () => last && refreshTheme(view(), last),
    inert: () => !!view().Shopify?.designMode,
    consent: () => attributionConsent(view()),
  }
}

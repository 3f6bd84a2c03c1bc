import type { Cart, Platform } from '../types.js'
import { attributionConsent } from './shopify-theme/attribution-consent.js'
import type { RawCart } from './shopify-theme/refresh-theme.js'
import { refreshTheme } from './shopify-theme/refresh-theme.js'
import { requestCart } from './shopify-theme/request-cart.js'
import type { ShopifyWindow } from './shopify-theme/shopify-window.js'
import { root } from './shopify-theme/shopify-window.js'
import { watchCart } from './shopify-theme/watch-cart.js'

export interface ShopifyThemeOptions {
  /** @default the page's window */
  readonly view?: (() => ShopifyWindow) | undefined
}

/**
 * A Liquid theme with the Ajax Cart API (shopify.dev/docs/api/ajax). Requests follow the locale of
 * `Shopify.routes.root`. The Ajax API names no reasons: a code that takes no effect is `waiting`.
 */
export const shopifyTheme = ({ view = () => window }: ShopifyThemeOptions = {}): Platform => {
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
    checkoutPath: /^\/(checkouts?|cart\/(\d+:\d+[^/]*|c\/[^/]+))(\/|$)/,
    // five codes for products or the order, and one for shipping: which is which, only the shop knows
    limits: { codes: 6 },
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

import type { Cart, CartSignal, Platform } from '../../types.js'
import { SHOPIFY_CHECKOUT_PATH } from '../shopify-checkout-path.js'
import type { ShopifyStorefrontOptions } from '../shopify-storefront.js'
import { attributionConsent } from '../attribution-consent.js'
import { NO_CART } from '../no-cart.js'
import { watchChanges } from '../watch-changes.js'
import { cartGid, cartName, cookieCart } from './cart-gid.js'
import { dialectOf, readDocument } from './documents.js'
import type { RawCart } from './read-cart.js'
import { readCart } from './read-cart.js'
import { rememberReasons } from '../remember-reasons.js'
import { requestGraphql } from './request-graphql.js'
import { lastPayload, planWrite } from './write-cart.js'

/** Where an app changes its cart by its own server: Hydrogen's `/cart`, `/cart.data`, `/api/cart`. */
const CART_ROUTE = /\/cart(\.data)?(\?|$)/

const addressOf = (
  view: Window,
  { apiVersion = '2026-07', endpoint = '' }: ShopifyStorefrontOptions,
): string => {
  const url = new URL(endpoint, view.location.origin)
  if (url.pathname === '/') url.pathname = `/api/${apiVersion}/graphql.json`
  return url.href
}

/** The Storefront API's cart, as a platform. */
export const storefrontCart = (options: ShopifyStorefrontOptions): Platform => {
  const { cartId, publicAccessToken, refresh, view = () => window, watch } = options
  const page = view()
  const endpoint = addressOf(page, options)
  const dialect = dialectOf(endpoint)
  const own: string[] = []
  const fetch = options.fetch ?? ((...asked) => page.fetch(...asked))
  const send = requestGraphql({
    endpoint,
    fetch,
    publicAccessToken,
    own: watch ? undefined : own,
  })
  const withReasons = rememberReasons()
  const gid = (): string => cartGid(cartId ? cartId() : cookieCart(page.document))
  let justRead: Cart | undefined

  const read = async (): Promise<Cart> => {
    const id = gid()
    if (!id) return NO_CART
    const query = readDocument(dialect)
    const { cart } = await send<{ readonly cart: RawCart | null }>(query, { cartId: id })
    const answer = cart ? withReasons(readCart(cart)) : NO_CART
    justRead = answer
    // holds for what follows at once: whatever the page does next can change the cart
    setTimeout(() => {
      justRead = undefined
    })
    return answer
  }

  return {
    name: 'shopify-storefront',
    // what a cart without items does with codes is promised nowhere
    capabilities: {
      multi: true,
      replacesOnApply: true,
      caseSensitive: false,
      emptyCartKeeps: false,
      typedErrors: true,
      attributes: true,
    },
    checkoutPath: SHOPIFY_CHECKOUT_PATH,
    cartId: () => cartName(gid()),
    read,
    write: async (change) => {
      const id = gid()
      const known = justRead?.id === cartName(id) ? justRead : undefined
      const { attributes, id: name } = change.attributes ? (known ?? (await read())) : NO_CART
      if (!id || (change.attributes && !name)) return NO_CART
      justRead = undefined
      const { query, variables } = planWrite({ cartId: id, change, before: attributes, dialect })
      const { cart, warnings } = lastPayload(await send(query, variables))
      const said = warnings.map(({ code }) => code)
      return withReasons(readCart(cart, said))
    },
    watch: (changed, stop) => {
      own.splice(0)
      const signalOf = (url: string): CartSignal | undefined =>
        url === endpoint || CART_ROUTE.test(url) ? 'codes' : undefined
      watchChanges({
        changed,
        stop,
        // whatever the app says with it
        watch: watch && ((tell) => watch(() => tell())),
        requests: () => ({ view: page, own, signalOf }),
      })
    },
    refresh,
    consent: () => attributionConsent(page),
  }
}

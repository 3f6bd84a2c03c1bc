import type { Shop } from '../../examples/storefront/shop/start-shop.js'

/** The landing that most journeys begin with. */
export const LANDING = '/?discount=SAVE10&ref=amy'
export const MUG = 40101

/** Requests that are not page views, as `METHOD path`. */
export const calls = (shop: Shop): readonly string[] =>
  shop.requests
    .filter(({ path, query }) => /\.js$|^\/cart\/|\/discount\//.test(path) && !query['section_id'])
    .map(({ method, path }) => `${method} ${path}`)

/** The cart that the value of a shopper's `cart` cookie names, as the shop has it. */
export const cartNamed = (shop: Shop, cookie = '') =>
  shop.carts.get(decodeURIComponent(cookie).split('?')[0] ?? '')

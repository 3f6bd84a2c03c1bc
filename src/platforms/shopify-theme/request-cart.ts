import { isObject } from '../../is-object.js'
import type { Cart } from '../../types.js'
import type { ShopRequest } from '../ask-shop.js'
import { askShop } from '../ask-shop.js'
import { refusal } from '../refusal.js'
import type { AllocatedCart } from './read-allocations.js'
import { readCodes, readContents } from './read-allocations.js'
import type { RawCart } from './refresh-theme.js'
import type { ShopifyWindow } from './shopify-window.js'
import { root } from './shopify-window.js'

/** The parts of the Ajax API's cart that are read here. */
interface AjaxCart extends AllocatedCart {
  readonly item_count: number
  readonly token?: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly total_discount?: number
  readonly total_price?: number
  readonly currency?: string
}

const isCart = (body: unknown): body is AjaxCart => isObject(body) && 'item_count' in body

/** A cart together with what the shop sent. */
export interface Answer {
  readonly cart: Cart
  readonly raw: RawCart
}

/** Sends one request of the Ajax Cart API; `own` collects the URLs of writes, for telling ours from the theme's. */
export const requestCart =
  (view: () => ShopifyWindow, own: string[]) =>
  async (path: string, body?: object): Promise<Answer> => {
    const page = view()
    const url = new URL(root(page) + path, page.location.origin).href
    const init: ShopRequest = {
      headers: { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { method: 'POST', body: JSON.stringify(body), own }),
    }
    const fetch: typeof page.fetch = (...asked) => page.fetch(...asked)
    const [answer, isFine, status] = await askShop(fetch, url, init)
    if (!isFine || !isCart(answer)) throw refusal(status)
    const cart: Cart = {
      id: answer.token?.split('?')[0] ?? '',
      itemCount: answer.item_count,
      contents: readContents(answer),
      codes: readCodes(answer),
      attributes: answer.attributes ?? {},
      discount: answer.total_discount ?? 0,
      total: answer.total_price,
      currency: answer.currency,
      // hundredths, whatever the currency (merchants report it of yen and won; not documented)
      decimals: 2,
    }
    return { cart, raw: answer }
  }

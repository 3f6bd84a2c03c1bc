import { DiscountKeeperError } from '../../errors.js'
import type { Cart, CartCode } from '../../types.js'
import { askShop } from '../ask-shop.js'
import type { RawCart } from './refresh-theme.js'
import type { ShopifyWindow } from './shopify-window.js'
import { root } from './shopify-window.js'

/** The parts of the Ajax API's cart that are read here. */
interface AjaxCart extends RawCart {
  readonly token?: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly discount_codes?: readonly CartCode[]
  readonly total_discount?: number
  readonly total_price?: number
  readonly currency?: string
}

const isCart = (body: unknown): body is AjaxCart =>
  typeof body === 'object' && body !== null && 'item_count' in body

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
    if (body) own.push(url)
    const init: RequestInit = {
      headers: { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    }
    const [answer, isFine, status] = await askShop(
      (...asked) => page.fetch(...asked),
      url,
      init,
    ).catch((error: unknown) => {
      // not sent, or not seen: the next write to this URL may be the theme's
      if (error instanceof DiscountKeeperError && error.code === 'OFFLINE') own.splice(0)
      throw error
    })
    if (!isFine || !isCart(answer))
      throw new DiscountKeeperError('REFUSED', `The shop answered ${status}`)
    const cart: Cart = {
      id: answer.token?.split('?')[0] ?? '',
      itemCount: answer.item_count,
      codes: answer.discount_codes,
      attributes: answer.attributes ?? {},
      discount: answer.total_discount ?? 0,
      total: answer.total_price,
      currency: answer.currency,
    }
    return { cart, raw: answer }
  }

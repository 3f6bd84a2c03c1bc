import { routeOf } from '../router/route.js'
import type { Ask } from './ask.js'
import type { Order } from './order.js'
import { ORDER } from './order.js'

export interface Product {
  readonly name: string
  readonly slug: string
  readonly description: string
  readonly variants: readonly {
    readonly id: string
    readonly priceWithTax: number
    readonly currencyCode: string
  }[]
}

/** What a page begins with, on the server and in the browser. */
export interface ShopData {
  readonly products: readonly Product[]
  /** The shopper's cart. */
  readonly order?: Order | undefined
  /** The order that the page thanks for. */
  readonly placed?: Order | undefined
}

interface Answer {
  readonly products: { readonly items: readonly Product[] }
  readonly order: Order | null
  readonly placed?: Order | null
}

const PLACED = `placed: orderByCode(code: $code) { ${ORDER} }`

/** Reads all that the page at this path shows. */
export const loadShop = async (ask: Ask, path: string): Promise<ShopData> => {
  const route = routeOf(path)
  const code = route.page === 'thank-you' ? route.code : undefined
  const { order, placed, products } = await ask<Answer>(
    `query ${code ? '($code: String!)' : ''} {
      products(options: { sort: { id: ASC } }) {
        items { name slug description variants { id priceWithTax currencyCode } }
      }
      order: activeOrder { ${ORDER} }
      ${code ? PLACED : ''}
    }`,
    { code },
  )
  return { products: products.items, order: order ?? undefined, placed: placed ?? undefined }
}

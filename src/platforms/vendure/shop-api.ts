import { DiscountKeeperError } from '../../errors.js'
import { hasCode } from '../../has-code.js'
import type { Cart, CartCode, Platform } from '../../types.js'
import { CHECKOUT_PATH } from '../checkout-path.js'
import type { OrderChange } from './change-order.js'
import { changeOrder } from './change-order.js'
import type { Order } from './order.js'
import { createOrderMemory } from './order-memory.js'
import { fieldsOf, selection, toCart } from './order.js'
import type { Operation, ShopData } from './request-shop.js'
import { requestShop } from './request-shop.js'
import type { VendureOptions } from './vendure-options.js'
import { watchShop } from './watch-shop.js'

/** The Shop API of Vendure, as a platform. */
export const shopApi = (options: VendureOptions): Platform => {
  const { cartId, checkoutPath = CHECKOUT_PATH, refresh, token } = options
  const send = requestShop(options)
  const memory = createOrderMemory(options)
  let fields = fieldsOf(options)
  let last: Order | undefined
  /** Read in this session and not written to since: what a change starts from. */
  let base: { readonly session: string; readonly order: Order | undefined } | undefined

  const session = (): string => [token?.(), cartId?.()].join()

  const known = (): string => cartId?.() ?? memory.read()

  const idOf = (order: Order): string =>
    // the app may be behind the shop
    cartId?.() === order.id ? order.id : order.code

  const toAnswer = (order: Order | undefined, absent: readonly CartCode[] = []): Cart => {
    last = order
    memory.write(order && idOf(order))
    return toCart(order, { id: order ? idOf(order) : '', fields, absent })
  }

  /** Asks anew without the custom fields where the shop turns out not to have them; answers undefined if nothing is asked. */
  const ask = async (build: () => Operation | undefined): Promise<ShopData | undefined> => {
    const operation = build()
    if (!operation) return undefined
    const { data, isUnknown } = await send(operation)
    if (!isUnknown) return data
    if (!fields.length)
      throw new DiscountKeeperError('REFUSED', 'The shop does not know what was asked for')
    fields = []
    return ask(build)
  }

  const look = async (): Promise<Order | undefined> => {
    if (token && !token()) return undefined
    const data = await ask(() => ({ query: `{activeOrder{${selection(fields)}}}` }))
    // oxlint-disable-next-line no-unsafe-type-assertion -- as selected
    return (data?.['activeOrder'] as Order | null | undefined) ?? undefined
  }

  /** Naming the customer makes the shop drop codes without a word: the shopper did not take these off. */
  const dropped = (order: Order | undefined): readonly CartCode[] =>
    last && last.code === order?.code && last.customer?.id !== order.customer?.id
      ? last.couponCodes
          .filter((code) => !hasCode(order.couponCodes, code))
          .map((code) => ({ code, applicable: false, reason: 'UNKNOWN' }))
      : []

  return {
    name: 'vendure',
    capabilities: {
      multi: true,
      replacesOnApply: false,
      caseSensitive: false,
      emptyCartKeeps: true,
      typedErrors: true,
      attributes: fields.length > 0,
    },
    checkoutPath,
    cartId: known,
    read: async () => {
      const order = await look()
      base = { session: session(), order }
      return toAnswer(order, dropped(order))
    },
    write: async (change) => {
      const order = base?.session === session() ? base.order : await look()
      base = undefined
      // neither a code nor a custom field ever makes an order
      if (!order?.totalQuantity) return toAnswer(order)
      let asked: OrderChange | undefined
      const data = await ask(() => (asked = changeOrder({ order, change, fields })))
      if (!data || !asked) return toAnswer(order)
      const { absent, order: after } = asked.outcome(data)
      return toAnswer(after ?? (await look()), absent)
    },
    watch: watchShop(options),
    refresh,
  }
}

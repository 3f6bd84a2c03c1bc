import { GraphQLError } from 'graphql'

import type { Coupon } from './coupon.js'
import { judge } from './coupon.js'
import type { Terms } from './show-cart.js'
import { showCart } from './show-cart.js'
import type { StoredCart, StoredLine } from './stored-cart.js'
import { gidOf } from './stored-cart.js'

export interface RootOptions {
  readonly carts: Map<string, StoredCart>
  readonly coupons: readonly Coupon[]
  readonly terms: Terms
  readonly now: () => number
}

const LONGEST = 250

type Line = Omit<StoredLine, 'id'>

interface CartInput {
  readonly lines?: readonly Partial<Line>[]
  readonly discountCodes?: readonly string[]
  readonly attributes?: StoredCart['attributes']
}

const short = <Item>(list: readonly Item[]): readonly Item[] => {
  if (list.length <= LONGEST) return list
  throw new GraphQLError(`The input array size of ${list.length} is greater than ${LONGEST}`, {
    extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' },
  })
}

/** What the root fields of the schema do: both lists of a cart are replaced, nothing is ever merged. */
export const createRoot = ({ carts, coupons, now, terms }: RootOptions) => {
  let made = 0
  let answers = 0

  const find = (id: string): StoredCart | undefined =>
    [...carts.values()].find((cart) => gidOf(cart) === id)

  const judged = ({ codes, lines }: StoredCart) => {
    const items = lines.reduce((sum, { quantity }) => sum + quantity, 0)
    return judge(coupons, codes, { now: now(), worth: items * terms.price })
  }
  const show = (cart: StoredCart) => showCart(cart, judged(cart), terms)

  /** Warnings name no code, and their order is another each time. */
  const payload = (cart: StoredCart) => {
    const warnings = judged(cart).flatMap(({ reason }) =>
      reason ? [{ code: reason, message: 'A code takes no effect', target: gidOf(cart) }] : [],
    )
    const turn = answers++ % (warnings.length || 1)
    return {
      cart: show(cart),
      userErrors: [],
      warnings: [...warnings.slice(turn), ...warnings.slice(0, turn)],
    }
  }

  const change = (id: string, act: (cart: StoredCart) => void) => {
    const cart = find(id)
    if (!cart) {
      const message = 'The specified cart does not exist.'
      return {
        cart: null,
        warnings: [],
        userErrors: [{ code: 'INVALID', field: ['cartId'], message }],
      }
    }
    act(cart)
    return payload(cart)
  }

  const toLine = ({ merchandiseId = '', quantity = 1 }: Partial<Line>): StoredLine => ({
    id: `gid://shopify/CartLine/${++made}`,
    merchandiseId,
    quantity,
  })

  return {
    /** The fields of a cart, as it is or with other codes. */
    show,
    cart: ({ id }: { readonly id: string }) => {
      const cart = find(id)
      return cart ? show(cart) : null
    },
    cartCreate: ({ input = {} }: { readonly input?: CartInput }) => {
      const cart: StoredCart = {
        token: `hWN2token${++made}`,
        key: `5ecret${made}`,
        lines: short(input.lines ?? []).map(toLine),
        codes: short(input.discountCodes ?? []),
        attributes: short(input.attributes ?? []),
      }
      carts.set(cart.token, cart)
      return payload(cart)
    },
    cartLinesAdd: ({
      cartId,
      lines,
    }: {
      readonly cartId: string
      readonly lines: readonly Line[]
    }) =>
      change(cartId, (cart) => {
        cart.lines = [...cart.lines, ...short(lines).map(toLine)]
      }),
    cartLinesUpdate: (asked: { readonly cartId: string; readonly lines: readonly StoredLine[] }) =>
      change(asked.cartId, (cart) => {
        cart.lines = cart.lines
          .map((line) => ({ ...line, ...asked.lines.find(({ id }) => id === line.id) }))
          .filter(({ quantity }) => quantity)
      }),
    cartDiscountCodesUpdate: (asked: {
      readonly cartId: string
      readonly discountCodes?: readonly string[]
    }) =>
      change(asked.cartId, (cart) => {
        cart.codes = short(asked.discountCodes ?? [])
      }),
    cartAttributesUpdate: (asked: {
      readonly cartId: string
      readonly attributes: StoredCart['attributes']
    }) =>
      change(asked.cartId, (cart) => {
        cart.attributes = short(asked.attributes)
      }),
  }
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { catalog } from '../../examples/storefront/shop/catalog.js'
import { cartJson } from '../../examples/storefront/shop/cart-json.js'
import { demoCodes } from '../../examples/storefront/shop/demo-codes.js'
import { priceCart } from '../../examples/storefront/shop/price-cart.js'
import { defaultSettings } from '../../examples/storefront/shop/settings.js'
import type { CartLine, DiscountCode } from '../../examples/storefront/shop/types.js'
import { moneyOf } from '../../src/cart/money.js'
import { observe } from '../../src/cart/observe.js'
import { find, isLive } from '../../src/grant/entry.js'
import { priceWith } from '../../src/grant/price.js'
import { dated, isUpcoming, readTerms } from '../../src/grant/terms.js'
import { readCodes } from '../../src/platforms/shopify-theme/read-allocations.js'
import type { Cart, CodeTerms } from '../../src/types.js'
import { entry, NOON } from '../support/entry.js'

const BOOK = demoCodes(NOON)
const NAMES = [...BOOK.values()].map(({ code }) => code)
const VARIANTS = catalog.flatMap(({ variants }) => variants.map(({ id }) => id))

/** The terms a merchant would write down for a code of the demo shop, every one of them true. */
const termsOf = (code: DiscountCode): CodeTerms => {
  const { kind, minimumSubtotal, products, value } = code
  return {
    ...(kind === 'percentage' && { percentage: value }),
    ...(kind === 'fixed' && (products ? { amountEach: value } : { amountOff: value })),
    ...(minimumSubtotal && { minimum: minimumSubtotal }),
    startsAt: code.startsAt,
    endsAt: code.endsAt,
    everyProduct: !products,
  }
}

const isUsedUp = ({ usageLimit = Infinity, used }: DiscountCode): boolean => used >= usageLimit
const TERMS = Object.fromEntries(
  [...BOOK.values()].filter((code) => !isUsedUp(code)).map((code) => [code.code, termsOf(code)]),
)

const line = (variantId: number, quantity = 1): CartLine => ({
  variantId,
  quantity,
  properties: {},
})

interface Situation {
  readonly lines: readonly CartLine[]
  /** On the cart, in this order. */
  readonly onCart: readonly string[]
  /** Promised to the shopper. */
  readonly promised: readonly string[]
  /** What was promised is on the cart as well. */
  readonly isWritten: boolean
  /** False for a shop whose cart cannot be asked; what is in it is then left out here. */
  readonly knowsCart: boolean
  readonly knowsTerms: boolean
  /** Taken off every item by a code of the merchant's own making. */
  readonly percentage: number
}

const situations: fc.Arbitrary<Situation> = fc.record({
  lines: fc.array(
    fc
      .tuple(fc.constantFrom(...VARIANTS), fc.integer({ min: 1, max: 3 }))
      .map(([id, quantity]) => line(id, quantity)),
    { maxLength: 4 },
  ),
  onCart: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 1 }),
  promised: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 2 }),
  isWritten: fc.boolean(),
  knowsCart: fc.boolean(),
  knowsTerms: fc.boolean(),
  percentage: fc.constantFrom(10, 12.5, 33.3, 7, 99.5, 100),
})

/** What the keeper would answer for this product in this situation. */
const asked = (situation: Situation, book: ReadonlyMap<string, DiscountCode>, amount: number) => {
  const { knowsCart, knowsTerms, lines, onCart, promised } = situation
  const priced = priceCart(lines, { codes: onCart, book, now: NOON })
  const settings = defaultSettings()
  const json = cartJson({ cart: undefined, token: 'c1', priced, root: '/', settings })
  const cart: Cart = {
    id: 'c1',
    itemCount: lines.length,
    attributes: {},
    codes: readCodes(json) ?? [],
    discount: priced.discount,
    total: priced.total,
  }
  const held = promised.map((code) =>
    entry({ code, cart: find(cart.codes, code) ? 'c1' : undefined }),
  )
  // a code that has not been written yet is held, whatever the cart holds besides
  const seen = held.map((grant) =>
    find(cart.codes, grant.code) ? (observe(cart)([grant])[0] ?? grant) : grant,
  )
  const terms = readTerms(knowsTerms ? TERMS : undefined, () => undefined)
  const inForce = seen
    .map((grant) => dated(grant, terms(grant.code)))
    .filter((grant) => isLive(grant) && !isUpcoming(grant, NOON) && NOON < grant.expiresAt)
  const money = knowsCart ? moneyOf(cart) : undefined
  return {
    price: priceWith(amount, { grants: inForce, terms, cart: money }),
    codes: inForce.map(({ code }) => code),
  }
}

describe('a price that is told', () => {
  it('is what the demo shop charges for the product with the code in force', () => {
    let told = 0
    fc.assert(
      fc.property(situations, fc.constantFrom(...VARIANTS), (any, variantId) => {
        const { isWritten, knowsCart, percentage, promised } = any
        const onCart = isWritten ? [...new Set([...any.onCart, ...promised])] : any.onCart
        const situation = knowsCart ? { ...any, onCart } : { ...any, lines: [], onCart: [] }
        const book = new Map(BOOK)
        const save10 = book.get('save10')
        // only the cart knows of a rate that changed
        if (save10 && !situation.knowsTerms) book.set('save10', { ...save10, value: percentage })
        const alone = priceCart([line(variantId)], { codes: [], book, now: NOON }).total
        const { codes: inForce, price } = asked(situation, book, alone)
        if (price === undefined) return
        told++
        // the cart it joins is what may meet a minimum
        const codes = [...new Set([...situation.onCart, ...inForce])]
        const joined = [...situation.lines, line(variantId)]
        const { codes: judged } = priceCart(joined, { codes, book, now: NOON })
        const free = [...book].map(
          ([name, code]) => [name, { ...code, minimumSubtotal: 0 }] as const,
        )
        expect(judged.map(({ refusal }) => refusal)).toEqual([undefined])
        expect(price).toBe(
          priceCart([line(variantId)], { codes, book: new Map(free), now: NOON }).total,
        )
      }),
      { numRuns: 3000 },
    )
    // an answer that never comes would be right as well
    expect(told).toBeGreaterThan(300)
  })
})

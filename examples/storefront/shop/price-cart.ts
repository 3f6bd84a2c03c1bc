import { variantOf } from './catalog.js'
import { classOf, entitles, judgeCodes, type JudgedCode } from './judge-codes.js'
import type { CartLine, DiscountCode } from './types.js'

export interface Allocation {
  readonly discount: DiscountCode
  readonly amount: number
}

export interface PricedLine {
  readonly line: CartLine
  readonly price: number
  readonly originalTotal: number
  readonly allocation?: Allocation | undefined
  /** What the line costs after its own discount. */
  readonly total: number
}

/** A cart with its prices; money in minor units. */
export interface PricedCart {
  readonly lines: readonly PricedLine[]
  readonly codes: readonly JudgedCode[]
  readonly originalTotal: number
  /** After line discounts, before order discounts. */
  readonly subtotal: number
  readonly orderDiscounts: readonly Allocation[]
  readonly discount: number
  readonly total: number
  readonly freeShipping: boolean
}

/** What prices depend on besides the lines. */
export interface PriceTerms {
  readonly codes: readonly string[]
  readonly book: ReadonlyMap<string, DiscountCode>
  readonly now: number
  /** An order discount without a code; it stands back where a code takes something off the order. */
  readonly automatic?: DiscountCode | undefined
}

const off = (discount: DiscountCode, amount: number): number =>
  discount.kind === 'fixed'
    ? Math.min(discount.value, amount)
    : Math.round((amount * discount.value) / 100)

const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0)

const priceOf = (line: CartLine): number => variantOf(line.variantId)?.variant.price ?? 0

const priceLine = (line: CartLine, discounts: readonly DiscountCode[]): PricedLine => {
  const price = priceOf(line)
  const originalTotal = price * line.quantity
  const offers = discounts
    .filter((discount) => entitles(discount, line))
    .map((discount) => ({ discount, amount: off(discount, originalTotal) }))
  // One product discount a line: the best one has it.
  const allocation = offers.sort((one, other) => other.amount - one.amount)[0]
  return {
    line,
    price,
    originalTotal,
    allocation,
    total: originalTotal - (allocation?.amount ?? 0),
  }
}

const priceOrder = (discounts: readonly DiscountCode[], subtotal: number): Allocation[] => {
  let rest = subtotal
  return discounts.map((discount) => {
    const amount = off(discount, rest)
    rest -= amount
    return { discount, amount }
  })
}

/** Prices a cart: product discounts first, order discounts on what is left, shipping at checkout. */
export const priceCart = (lines: readonly CartLine[], terms: PriceTerms): PricedCart => {
  const originalTotal = sum(lines.map((line) => priceOf(line) * line.quantity))
  const judged = judgeCodes(terms.codes, { ...terms, lines, subtotal: originalTotal })
  const accepted = judged.flatMap((code) => (code.discount && !code.refusal ? [code.discount] : []))
  const ofClass = (name: string): DiscountCode[] =>
    accepted.filter((discount) => classOf(discount) === name)

  const priced = lines.map((line) => priceLine(line, ofClass('product')))
  const subtotal = sum(priced.map((line) => line.total))
  const entered = ofClass('order')
  const automatic = lines.length > 0 && terms.automatic ? [terms.automatic] : []
  const orderDiscounts = priceOrder(entered.length > 0 ? entered : automatic, subtotal)
  const total = subtotal - sum(orderDiscounts.map((allocation) => allocation.amount))
  const won = new Set(priced.map((line) => line.allocation?.discount))
  const codes = judged.map((code): JudgedCode => {
    const lost =
      code.discount &&
      !code.refusal &&
      classOf(code.discount) === 'product' &&
      !won.has(code.discount)
    return lost ? { ...code, refusal: 'does not combine' } : code
  })
  return {
    lines: priced,
    codes,
    originalTotal,
    subtotal,
    orderDiscounts,
    discount: originalTotal - total,
    total,
    freeShipping: ofClass('shipping').length > 0,
  }
}

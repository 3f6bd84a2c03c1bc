import type { SaleReport } from '../conversions/merge-reports.js'
import { toMinorUnits } from '../money.js'
import type { Amount } from '../money.js'
import { SaleSourceError } from '../sources/read-fields.js'
import type { Sale, SaleLine } from '../types.js'

/** An order as the thank-you page knows it. */
export interface PageOrder extends Pick<
  Sale,
  'orderId' | 'currency' | 'ref' | 'country' | 'customer' | 'isNewCustomer' | 'goal'
> {
  /** Paid for the items, discounts taken off, without tax and shipping: minor units, or a decimal text. */
  readonly amount: Amount
  readonly discount?: Amount | undefined
  /** The codes it used. Default: those that the keeper knows to be on the cart. */
  readonly codes?: readonly string[] | undefined
  readonly lines?: readonly SaleLine[] | undefined
  /** Milliseconds since 1970; default: now. */
  readonly at?: number | undefined
}

/** What is asked of the keeper: it may be one that `createDiscountKeeper` returns. */
export interface PageKeeper {
  readonly grants: readonly {
    readonly code: string
    readonly grantedAt: number
    readonly status: string
  }[]
  readonly ref: { readonly ref: string; readonly grantedAt: number } | undefined
}

/** What a page's order is read by. */
export interface FromPageOptions {
  /** Says who sent the shopper and when, and when they came by the code. Ask before `keeper.consume()`. */
  readonly keeper?: PageKeeper | undefined
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

const readMoney = ({ currency, orderId }: PageOrder) => {
  if (!isText(orderId)) throw new SaleSourceError('orderId', 'text')
  if (!isText(currency)) throw new SaleSourceError('currency', 'a currency of three letters')
  return (value: Amount, name: string): number => {
    const minor = toMinorUnits(value, currency)
    if (minor === undefined || minor < 0)
      throw new SaleSourceError(name, `integer minor units or a decimal text of ${currency}`)
    return minor
  }
}

/** What the keeper knows of an order: the codes on its cart, who sent the shopper, and when either came. */
const readKeeper = ({ codes, ref }: PageOrder, keeper: PageKeeper | undefined) => {
  const known = keeper?.grants ?? []
  const applied = known.filter(({ status }) => status === 'applied').map(({ code }) => code)
  const used = codes ?? applied
  const isUsed = ({ code }: { readonly code: string }): boolean =>
    used.some((one) => one.toLowerCase() === code.toLowerCase())
  const followed = keeper?.ref
  // another affiliate than the keeper's was followed at a time of their own
  const isOther = ref !== undefined && ref !== followed?.ref
  return {
    codes: used,
    ref: ref ?? followed?.ref,
    refAt: isOther ? undefined : followed?.grantedAt,
    codeAt: known.find(isUsed)?.grantedAt,
  }
}

/** The sale that a thank-you page tells of. Throws `SaleSourceError` where a member makes no sense. */
export const fromPage = (order: PageOrder, options: FromPageOptions = {}): SaleReport => {
  const { keeper, now = Date.now } = options
  const money = readMoney(order)
  const { amount, at = now(), country, currency, customer, discount = 0, goal } = order
  const { isNewCustomer, lines, orderId } = order
  return {
    source: 'page',
    orderId,
    at,
    currency,
    amount: money(amount, 'amount'),
    discount: money(discount, 'discount'),
    ...readKeeper(order, keeper),
    lines,
    country,
    customer,
    isNewCustomer,
    goal,
  }
}

import { toDecimal } from '../money.js'
import type { Attribution, Sale } from '../types.js'

/** What a postback tells of: a conversion, or a sale of which less is known. */
export type ToldSale = Sale & Partial<Attribution>

const commissionOf = ({ commission, currency }: ToldSale): string | undefined =>
  commission === undefined ? undefined : toDecimal(commission, currency)

/** What a template's `{field}` is filled with. Amounts are decimals of the major unit; what is not there is empty. */
const FIELDS: Readonly<Record<string, (sale: ToldSale) => string | undefined>> = {
  order_id: ({ orderId }) => orderId,
  transaction_id: ({ orderId }) => orderId,
  coupon_code: ({ coupon, code }) => coupon?.code ?? code,
  code: ({ code }) => code,
  publisher: ({ publisher }) => publisher,
  affiliate_id: ({ publisher }) => publisher,
  ref: ({ ref }) => ref,
  offer: ({ offer }) => offer,
  campaign: ({ offer }) => offer,
  goal: ({ goal }) => goal,
  amount: ({ amount, currency }) => toDecimal(amount, currency),
  discount: ({ currency, discount }) => toDecimal(discount, currency),
  payout: (sale) => commissionOf(sale),
  commission: (sale) => commissionOf(sale),
  currency: ({ currency }) => currency,
  status: ({ status }) => status,
  by: ({ by }) => by,
  country: ({ country }) => country,
  new_customer: ({ isNewCustomer }) =>
    isNewCustomer === undefined ? undefined : String(Number(isNewCustomer)),
  timestamp: ({ at }) => String(Math.floor(at / 1000)),
  time: ({ at }) => new Date(at).toISOString(),
}

/** The names that a postback's template may hold in braces. */
export const postbackFields: readonly string[] = Object.keys(FIELDS)

/** Fills one sale into the template's fields, each encoded for a URL. */
export type FillPostback = (sale: ToldSale) => string

const isUrl = (text: string): boolean => {
  try {
    return !!new URL(text)
  } catch {
    return false
  }
}

/**
 * Reads a template such as `https://network.example/postback?coupon_code={coupon_code}&amount={amount}`, once; what it fills
 * is the address as it is fetched. Throws `TypeError` for a field that is none, for one in the address's host, and for what is
 * no http or https address; its message calls the template by that name.
 */
export const readPostback = (written: string, name = 'a postback'): FillPostback => {
  // URLs leave them out, wherever they stand
  const template = written.replace(/[\t\n\r]/g, '').trim()
  const parts = template.split(/\{([^{}]*)\}/)
  const fields = Object.entries(FIELDS)
  const fillers = parts.map((part, place) => {
    if (place % 2 === 0) return () => part
    const field = fields.find(([known]) => known === part)?.[1]
    if (!field)
      throw new TypeError(
        `Expected the fields of ${name} to be among ${postbackFields.join(', ')}, got {${part}} instead.`,
      )
    const isInPath = !/[?#]/.test(parts.slice(0, place).join(''))
    return (sale: ToldSale) => {
      const value = encodeURIComponent(toWellFormed(field(sale) ?? ''))
      // a step up or on the spot, which URLs read as such with %2E too
      return isInPath && /^\.\.?$/.test(value) ? value.replace(/\./g, '%252E') : value
    }
  })
  // a value never decides whom a message goes to
  const [head = ''] = parts
  const isAddress = /^https?:\/\/[^/?#]+[/?#]/i.test(parts.length > 1 ? head : head + '/')
  if (!isAddress || !isUrl(head))
    throw new TypeError(
      `Expected ${name} to begin with an http address, got '${template}' instead.`,
    )
  return (sale) => new URL(fillers.map((fill) => fill(sale)).join('')).href
}

// half a surrogate pair makes encodeURIComponent throw
const toWellFormed = (text: string): string =>
  text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')

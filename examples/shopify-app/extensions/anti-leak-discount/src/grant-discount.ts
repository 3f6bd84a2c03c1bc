import { findOffer } from './find-offer.js'
import type { GrantOffer } from './grant-format.js'
import { readSettings } from './read-settings.js'

/** What `grant-discount.graphql` asks for. */
export interface GrantInput {
  readonly cart: { readonly attribute?: { readonly value?: string | null } | null }
  readonly discount: {
    readonly discountClasses: readonly string[]
    readonly metafield?: { readonly jsonValue: unknown } | null
  }
  /** What one unit of the shop's currency is in the cart's, a decimal number. */
  readonly presentmentCurrencyRate: string
  readonly shop: { readonly localTime: { readonly date: string } }
}

type DiscountValue =
  | { readonly percentage: { readonly value: number } }
  | { readonly fixedAmount: { readonly amount: string } }

/** The part of `CartLinesDiscountsGenerateRunResult` that is used. */
export interface GrantResult {
  readonly operations: readonly {
    readonly orderDiscountsAdd: {
      readonly selectionStrategy: 'FIRST'
      readonly candidates: readonly {
        readonly message: string
        readonly targets: readonly {
          readonly orderSubtotal: { readonly excludedCartLineIds: readonly string[] }
        }[]
        readonly value: DiscountValue
      }[]
    }
  }[]
}

/** Undefined where no rate is known that turns the shop's currency into the cart's. */
const toValue = (offer: GrantOffer, rate: number): DiscountValue | undefined => {
  if (offer.percentage !== undefined) return { percentage: { value: offer.percentage } }
  const amount = offer.amountOff * rate
  return amount > 0 && amount < 1e15 ? { fixedAmount: { amount: amount.toFixed(2) } } : undefined
}

/** Takes the offer off the order that the cart's signed attribute names; without a valid one, nothing. Never throws. */
export const cartLinesDiscountsGenerateRun = (input: GrantInput): GrantResult => {
  const { cart, discount, presentmentCurrencyRate, shop } = input
  const token = cart.attribute?.value
  if (!token || !discount.discountClasses.includes('ORDER')) return { operations: [] }
  const settings = readSettings(discount.metafield?.jsonValue)
  const offer = findOffer({ settings, token, today: shop.localTime.date })
  const value = offer && toValue(offer, Number(presentmentCurrencyRate))
  if (!value) return { operations: [] }
  const targets = [{ orderSubtotal: { excludedCartLineIds: [] } }]
  const candidates = [{ message: offer.message, targets, value }]
  return { operations: [{ orderDiscountsAdd: { selectionStrategy: 'FIRST', candidates } }] }
}

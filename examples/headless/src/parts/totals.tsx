import { useDiscount } from 'discount-keeper/react'
import { formatMoney } from '../shop/format-money.js'
import type { Order } from '../shop/order.js'

interface TotalsProps {
  readonly order: Order
  /** What shipping costs, where it is to be shown. */
  readonly shipping?: number | undefined
  /** The order is placed: nothing of it can change. */
  readonly isFinal?: boolean | undefined
}

/** What the shopper pays, and why: as the shop says it, never computed here. */
export const Totals = ({ isFinal = false, order, shipping = 0 }: TotalsProps) => {
  const { remove } = useDiscount()
  const { couponCodes, currencyCode, discounts, subTotalWithTax } = order
  const money = (amount: number): string => formatMoney(amount, currencyCode)
  const off = discounts.reduce((sum, { amountWithTax }) => sum + amountWithTax, 0)
  const waiting = couponCodes.filter(
    (code) => !discounts.some(({ description }) => description === code),
  )
  const takeOff = (code: string) =>
    isFinal || !couponCodes.includes(code) ? undefined : (
      <button
        type="button"
        className="text"
        aria-label={`Remove ${code}`}
        onClick={() => void remove(code)}
      >
        Remove
      </button>
    )
  return (
    <dl className="totals">
      <div>
        <dt>Items</dt>
        <dd>{money(subTotalWithTax - off)}</dd>
      </div>
      {discounts.map(({ amountWithTax, description }) => (
        <div key={description} className="discount">
          <dt>
            <code>{description}</code> {takeOff(description)}
          </dt>
          <dd>{money(amountWithTax)}</dd>
        </div>
      ))}
      {waiting.map((code) => (
        <div key={code}>
          <dt>
            <code>{code}</code> {takeOff(code)}
          </dt>
          <dd>not yet</dd>
        </div>
      ))}
      {shipping > 0 && (
        <div>
          <dt>Shipping</dt>
          <dd>{money(shipping)}</dd>
        </div>
      )}
      <div className="total">
        <dt>{isFinal ? 'Paid' : 'To pay'}</dt>
        <dd>{money(subTotalWithTax + shipping)}</dd>
      </div>
    </dl>
  )
}

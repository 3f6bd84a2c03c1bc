import { useDiscount } from 'discount-keeper/react'
import { formatMoney } from '../shop/format-money.js'
import type { Product } from '../shop/load-shop.js'

/** What a product costs, and what it costs with the shopper's code where that is certain. */
export const Price = ({ product: { variants } }: { readonly product: Product }) => {
  const { price } = useDiscount()
  const [variant] = variants
  if (!variant) return undefined
  const { currencyCode, priceWithTax } = variant
  const full = formatMoney(priceWithTax, currencyCode)
  const now = price(priceWithTax)
  if (now === undefined || now === priceWithTax) return <p className="price">{full}</p>
  return (
    <p className="price">
      <ins>
        <span className="unseen">With your code </span>
        {formatMoney(now, currencyCode)}
      </ins>{' '}
      <del>
        <span className="unseen">instead of </span>
        {full}
      </del>
    </p>
  )
}

import { useState } from 'react'
import { Link } from '../router/link.js'
import { formatMoney } from '../shop/format-money.js'
import { useOrder, useShop } from '../shop/shop-context.js'

/** What is in the cart, and how much of it. */
export const CartLines = () => {
  const order = useOrder()
  const { cart } = useShop()
  const [problem, setProblem] = useState('')
  const adjust = (line: string, quantity: number): void => {
    setProblem('')
    cart.adjust(line, quantity).catch((cause: unknown) => setProblem(String(cause)))
  }
  return (
    <>
      <ul className="lines">
        {order?.lines.map(
          ({ id, linePriceWithTax, productVariant: { name, product }, quantity }) => (
            <li key={id}>
              <img src={`/${product.slug}.svg`} alt="" width="64" height="64" />
              <Link href={`/products/${product.slug}`}>{name}</Link>
              <div className="quantity" role="group" aria-label={`Quantity of ${name}`}>
                <button
                  type="button"
                  aria-label={`One ${name} fewer`}
                  onClick={() => adjust(id, quantity - 1)}
                >
                  −
                </button>
                <output>{quantity}</output>
                <button
                  type="button"
                  aria-label={`One ${name} more`}
                  onClick={() => adjust(id, quantity + 1)}
                >
                  +
                </button>
              </div>
              <span className="amount">{formatMoney(linePriceWithTax, order.currencyCode)}</span>
            </li>
          ),
        )}
      </ul>
      <p className="problem" role="alert">
        {problem}
      </p>
    </>
  )
}

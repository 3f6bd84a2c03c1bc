import type { FormEvent } from 'react'
import { useState } from 'react'
import { useDiscount } from 'discount-keeper/react'
import { BuyerFields, readBuyer } from '../parts/buyer-fields.js'
import { Totals } from '../parts/totals.js'
import { Link } from '../router/link.js'
import { navigate } from '../router/router.js'
import type { Order } from '../shop/order.js'
import { placeOrder } from '../shop/place-order.js'
import { SHIPPING } from '../shop/shipping.js'
import { useOrder, useShop } from '../shop/shop-context.js'

/** `/checkout`, a page load of its own: a checkout is often another app. */
export const CheckoutPage = ({ onPlaced }: { readonly onPlaced: (order: Order) => void }) => {
  const { ask, cart, keeper } = useShop()
  const order = useOrder()
  const { isReady } = useDiscount()
  const [problem, setProblem] = useState('')
  const [isSending, setSending] = useState(false)
  if (!order?.totalQuantity)
    return (
      <section>
        <h1>Checkout</h1>
        <p className="empty">
          There is nothing to pay. <Link href="/">Back to the shop</Link>
        </p>
      </section>
    )

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const buyer = readBuyer(event.currentTarget)
    setProblem('')
    setSending(true)
    try {
      const placed = await placeOrder(ask, order, buyer)
      onPlaced(placed)
      navigate(`/thank-you/${placed.code}`)
      // the cart is gone before its code is over: a code that is over is taken off the cart it was on
      await cart.refresh()
      await keeper.consume({ orderId: placed.code })
    } catch (cause) {
      setProblem(cause instanceof Error ? cause.message : String(cause))
      await cart.refresh()
    } finally {
      setSending(false)
    }
  }
  return (
    <section>
      <h1>Checkout</h1>
      <form className="columns" method="post" onSubmit={(event) => void send(event)}>
        <BuyerFields />
        <div className="card">
          <h2>Your order</h2>
          <ul className="summary">
            {order.lines.map(({ id, productVariant, quantity }) => (
              <li key={id}>
                {quantity} × {productVariant.name}
              </li>
            ))}
          </ul>
          <Totals order={order} shipping={SHIPPING.price} />
          {/* nobody pays before it is known what they were promised */}
          <button disabled={!isReady || isSending}>Place order</button>
          <p className="problem" role="alert">
            {problem}
          </p>
        </div>
      </form>
    </section>
  )
}

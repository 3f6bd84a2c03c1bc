import { useDiscount } from 'discount-keeper/react'
import { CartLines } from '../parts/cart-lines.js'
import { CodeForm } from '../parts/code-form.js'
import { Totals } from '../parts/totals.js'
import { useOrder } from '../shop/shop-context.js'

/** `/cart` */
export const CartPage = () => {
  const order = useOrder()
  const { checkoutUrl } = useDiscount()
  return (
    <section className="cart">
      <h1>Your cart</h1>
      {order?.totalQuantity ? (
        <div className="columns">
          <div>
            <CartLines />
          </div>
          <div className="card">
            <CodeForm />
            <Totals order={order} />
            <a className="button" href={checkoutUrl('/checkout')}>
              Checkout
            </a>
          </div>
        </div>
      ) : (
        <>
          <p className="empty">Nothing in it yet.</p>
          <CodeForm />
        </>
      )}
    </section>
  )
}

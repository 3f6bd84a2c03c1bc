import { Totals } from '../parts/totals.js'
import { Link } from '../router/link.js'
import type { Order } from '../shop/order.js'

/** `/thank-you/<code>`; where the order cannot be shown to whoever asks, it says thank you all the same. */
export const ThankYouPage = ({ order }: { readonly order: Order | undefined }) => (
  <section className="thanks">
    <h1>Thank you.</h1>
    {order && (
      <>
        <p>
          Your order <strong>{order.code}</strong> is on its way.
        </p>
        <div className="card">
          <Totals isFinal order={order} shipping={order.shippingWithTax} />
        </div>
      </>
    )}
    <p>
      <Link href="/">Back to the shop</Link>
    </p>
  </section>
)

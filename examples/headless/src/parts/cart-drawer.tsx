import { useEffect, useRef } from 'react'
import { useDiscount } from 'discount-keeper/react'
import { Link } from '../router/link.js'
import { useOrder } from '../shop/shop-context.js'
import { CartLines } from './cart-lines.js'
import { Totals } from './totals.js'

interface CartDrawerProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The cart beside the page. Its ways out carry what the shopper was promised. */
export const CartDrawer = ({ isOpen, onClose }: CartDrawerProps) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const order = useOrder()
  const { checkoutUrl } = useDiscount()
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isOpen])
  return (
    <dialog ref={dialog} className="drawer" aria-labelledby="drawer-title" onClose={onClose}>
      <div className="drawer-head">
        <h2 id="drawer-title">Your cart</h2>
        <button type="button" className="quiet" onClick={onClose}>
          Close
        </button>
      </div>
      {isOpen && !order?.totalQuantity && <p className="empty">Nothing in it yet.</p>}
      {isOpen && !!order?.totalQuantity && (
        <>
          <CartLines />
          <Totals order={order} />
          <a className="button" href={checkoutUrl('/checkout')}>
            Checkout
          </a>
          <Link className="button second" href="/cart">
            View cart
          </Link>
        </>
      )}
    </dialog>
  )
}

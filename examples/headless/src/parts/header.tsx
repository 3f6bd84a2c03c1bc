import { Link } from '../router/link.js'
import { useOrder } from '../shop/shop-context.js'

/** The shop's name, and the way to the cart. */
export const Header = ({ onCart }: { readonly onCart: () => void }) => {
  const { totalQuantity = 0 } = useOrder() ?? {}
  return (
    <header className="header">
      <Link className="brand" href="/">
        Plain
      </Link>
      <button type="button" className="quiet" aria-haspopup="dialog" onClick={onCart}>
        Cart <span className="count">{totalQuantity}</span>
        <span className="unseen"> {totalQuantity === 1 ? 'item' : 'items'}</span>
      </button>
    </header>
  )
}

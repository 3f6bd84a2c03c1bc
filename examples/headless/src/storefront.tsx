import { useEffect, useRef, useState } from 'react'
import { Announcement } from './parts/announcement.js'
import { CartDrawer } from './parts/cart-drawer.js'
import { Footer } from './parts/footer.js'
import { Header } from './parts/header.js'
import { CartPage } from './pages/cart-page.js'
import { CheckoutPage } from './pages/checkout-page.js'
import { HomePage } from './pages/home-page.js'
import { NotFoundPage } from './pages/not-found-page.js'
import { ProductPage } from './pages/product-page.js'
import { ThankYouPage } from './pages/thank-you-page.js'
import { routeOf, titleOf } from './router/route.js'
import { usePath } from './router/router.js'
import type { Order } from './shop/order.js'
import { useShop } from './shop/shop-context.js'

interface StorefrontProps {
  readonly placed: Order | undefined
  readonly onPlaced: (order: Order) => void
}

/** One page of the shop, and what is around every page. */
export const Storefront = ({ onPlaced, placed }: StorefrontProps) => {
  const path = usePath()
  const route = routeOf(path)
  const { products } = useShop()
  const [isCartOpen, setCartOpen] = useState(false)
  const main = useRef<HTMLElement>(null)
  const shown = useRef(path)

  // a new page begins at its top, for the keyboard and for who listens too
  useEffect(() => {
    document.title = titleOf(routeOf(path), products)
    if (shown.current === path) return
    shown.current = path
    setCartOpen(false)
    main.current?.focus({ preventScroll: true })
  }, [path, products])

  const page = () => {
    switch (route.page) {
      case 'home':
        return <HomePage />
      case 'product':
        return <ProductPage slug={route.slug} onAdded={() => setCartOpen(true)} />
      case 'cart':
        return <CartPage />
      case 'checkout':
        return <CheckoutPage onPlaced={onPlaced} />
      case 'thank-you':
        return <ThankYouPage order={placed?.code === route.code ? placed : undefined} />
      case 'not-found':
        return <NotFoundPage />
    }
  }

  return (
    <>
      <Announcement />
      <Header onCart={() => setCartOpen(true)} />
      <main key={path} ref={main} tabIndex={-1}>
        {page()}
      </main>
      <Footer />
      <CartDrawer isOpen={isCartOpen} onClose={() => setCartOpen(false)} />
    </>
  )
}

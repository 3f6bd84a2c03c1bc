import type { WooWindow } from './woo-window.js'
import { BLOCKS_CART, BLOCKS_EVENT } from './woo-window.js'

const attempt = (action: () => unknown): void => {
  try {
    action()
  } catch {
    // a subscriber threw: the cart is right all the same
  }
}

const refreshBlocks = (view: WooWindow): void => {
  const store = view.wp?.data?.dispatch?.(BLOCKS_CART)
  if (store?.invalidateResolutionForStore) {
    store.invalidateResolutionForStore()
    return
  }
  // blocks that live without that store fetch the cart when it tells them to
  const detail = { type: 'from_@wordpress/data' }
  view.dispatchEvent(new CustomEvent(BLOCKS_EVENT, { detail }))
}

/** Has the storefront redraw its own cart, blocks and classic templates alike. Never throws. */
export const refreshWoo = (view: WooWindow): void => {
  attempt(() => refreshBlocks(view))
  const { document, jQuery } = view
  if (!jQuery) return
  // where it finds no form to draw anew, the classic cart would reload the page
  const hasForm = !!document.querySelector('.woocommerce-cart-form')
  const events = ['wc_fragment_refresh', 'update_checkout', ...(hasForm ? ['wc_update_cart'] : [])]
  for (const event of events) attempt(() => jQuery(document.body).trigger(event))
}

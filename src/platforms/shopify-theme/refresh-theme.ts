import { hasOwnAction } from './has-own-action.js'
import type { ShopifyWindow } from './shopify-window.js'

/** Marks events of ours, so that we do not answer ourselves. */
export const SOURCE = 'discount-keeper'

/** The Ajax cart as the shop sent it: theme scripts read fields of it that we do not. */
export interface RawCart {
  readonly item_count: number
  readonly discount_codes?: readonly object[] | undefined
}

/** The standard event, as an action announces itself. */
const announce = ({ document }: ShopifyWindow, { discount_codes: codes }: RawCart): void => {
  const event = new Event('shopify:cart:discount-update', { bubbles: true })
  const promise = Promise.resolve({ cart: { discountCodes: codes } })
  const members = { context: SOURCE, discountCodes: codes ?? [], promise }
  document.dispatchEvent(Object.assign(event, members))
}

/** Has the theme redraw its own cart, where its way of doing so is known. Never throws. */
export const refreshTheme = (view: ShopifyWindow, cart: RawCart): void => {
  const { document, publish, Theme } = view
  try {
    // Horizon from 4.0, and whoever has an action; Horizon before has an event of its own, and does not listen to the other
    if (Theme?.routes || hasOwnAction(view)) announce(view, cart)
    if (Theme?.routes) {
      const data = { source: SOURCE, itemCount: cart.item_count }
      const detail = { resource: cart, sourceId: SOURCE, data }
      document.dispatchEvent(new CustomEvent('cart:update', { bubbles: true, detail }))
    } else publish?.('cart-update', { source: SOURCE, cartData: cart })
  } catch {
    // a theme's subscriber threw: the cart is right all the same
  }
}

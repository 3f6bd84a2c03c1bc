import type { ShopifyWindow } from './shopify-window.js'

/** Marks events of ours, so that we do not answer ourselves. */
export const SOURCE = 'discount-keeper'

/** The Ajax cart as the shop sent it: theme scripts read fields of it that we do not. */
export interface RawCart {
  readonly item_count: number
  readonly discount_codes?: readonly object[] | undefined
}

/** Has the theme redraw its own cart, where its way of doing so is known. Never throws. */
export const refreshTheme = (view: ShopifyWindow, cart: RawCart): void => {
  const { document, publish, Theme } = view
  try {
    if (Theme?.routes) {
      // Horizon from 4.0: the standard event; before: its own. Neither listens to the other's
      const standard = new Event('shopify:cart:discount-update', { bubbles: true })
      const promise = Promise.resolve({ cart: { discountCodes: cart.discount_codes } })
      document.dispatchEvent(
        Object.assign(standard, {
          context: SOURCE,
          discountCodes: cart.discount_codes ?? [],
          promise,
        }),
      )
      const data = { source: SOURCE, itemCount: cart.item_count }
      const detail = { resource: cart, sourceId: SOURCE, data }
      document.dispatchEvent(new CustomEvent('cart:update', { bubbles: true, detail }))
    } else publish?.('cart-update', { source: SOURCE, cartData: cart })
  } catch {
    // a theme's subscriber threw: the cart is right all the same
  }
}

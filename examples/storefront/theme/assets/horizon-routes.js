import { root } from './cart-client.js'

/** What Horizon keeps in `Theme.routes`. */
export const horizonRoutes = () => ({
  cart_url: `${root()}cart`,
  cart_add_url: `${root()}cart/add`,
  cart_change_url: `${root()}cart/change`,
  cart_update_url: `${root()}cart/update`,
})

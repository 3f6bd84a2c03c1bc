/** Every name the outside world sees, once. Merchants write these down: they do not change. */

/** Key of the discount record in local storage and in the cookie. */
export const DISCOUNT_KEY = 'cc_discount_code'
/** Key of the ref record in local storage and in the cookie: a purpose of its own, under a consent of its own. */
export const REF_KEY = 'cc_ref'
/** Session cookie: what the cart looked like when it was last read, so that a settled page view sends nothing. */
export const SEEN_KEY = 'cc_discount_seen'
/** Key in local storage: what a WooCommerce cart does not say of itself, its name among it. */
export const CART_KEY = 'cc_discount_cart'
/** Key in local storage: what a link said, until it has become grants. */
export const LANDING_KEY = 'cc_discount_landing'
/** Key in local storage: which order a session has, for shops where nothing else tells it without a request. */
export const ORDER_KEY = 'cc_discount_order'
/** Key in local storage: which orders a page told to whom. */
export const TOLD_KEY = 'cc_told'
export {
  DISCOUNT_ATTRIBUTE,
  REF_ATTRIBUTE,
  REFRESHED_KEY,
  SERVER_KEY,
  SERVER_REF_KEY,
} from './attribute-names.js'
/** Parameter that shops read a code from, on checkout URLs and in checkout forms. */
export const DISCOUNT_PARAM = 'discount'
/** Parameters that name an affiliate, first match wins. */
export const REF_PARAMS: readonly string[] = ['ref', 'via', 'cc_ref']
/** Parameter that holds a signed link token, for safe codes. */
export const TOKEN_PARAM = 'cc_token'
/** CustomEvents on `document` are called `discount-keeper:<event>`. */
export const EVENT_PREFIX = 'discount-keeper:'

export const VERSION = '0.1.0'

export { DAY, HOUR, MOST_CODES } from './limits.js'

/** Layers that keep grants, as the `layers` option names them. */
export const LAYERS = ['cart-attributes', 'local-storage', 'cookie'] as const

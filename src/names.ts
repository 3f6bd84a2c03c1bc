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
/** Cart attribute that carries the code to the order. */
export const DISCOUNT_ATTRIBUTE = 'cc-discount-code'
/** Cart attribute that carries the ref to the order, written under attribution consent. */
export const REF_ATTRIBUTE = 'cc-ref'
/** Parameter that shops read a code from, on checkout URLs and in checkout forms. */
export const DISCOUNT_PARAM = 'discount'
/** Parameters that name an affiliate, first match wins. */
export const REF_PARAMS: readonly string[] = ['ref', 'via', 'cc_ref']
/** CustomEvents on `document` are called `discount-keeper:<event>`. */
export const EVENT_PREFIX = 'discount-keeper:'

export const VERSION = '0.1.0'

/** Milliseconds. */
export const HOUR = 3_600_000
export const DAY = 86_400_000

/** More than any cart takes; keeps cookies small and hostile lists harmless. */
export const MOST_CODES = 8

/** Layers that keep grants, as the `layers` option names them. */
export const LAYERS = ['cart-attributes', 'local-storage', 'cookie'] as const

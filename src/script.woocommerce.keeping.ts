// The second file of the script tag for WooCommerce: all that its first file imports when there is something to keep.
export { createKeeping } from './keeping.js'
export { storeCart } from './platforms/woocommerce/store-cart.js'

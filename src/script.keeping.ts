// The script tag's second file: all that its first file imports when there is something to keep.
export { createKeeping } from './keeping.js'
export { ajaxCart } from './platforms/shopify-theme/ajax-cart.js'

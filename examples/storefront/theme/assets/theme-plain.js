import { startStorefront } from './storefront.js'

// Ajax without a word to anyone: the cart changes and no event says so.
startStorefront()

import { shopifyStorefront } from 'discount-keeper/platforms/shopify-storefront'
import { openPage } from './page.js'
import { config, shop } from './shop.js'

await openPage(shop, (refresh) => shopifyStorefront({ refresh }), {
  checkout: { origins: [config.checkout] },
})

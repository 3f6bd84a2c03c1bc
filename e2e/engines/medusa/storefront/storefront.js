import { medusa } from 'discount-keeper/platforms/medusa'
import { openPage } from './page.js'
import { cartId, config, shop } from './shop.js'

await openPage(shop, (refresh) =>
  medusa({ endpoint: config.endpoint, publishableKey: config.key, cartId, refresh }),
)

import { randomBytes } from 'node:crypto'
import type { MintOptions } from '../../src/server/index.js'
import { GRANT_ATTRIBUTE, signGrant, writeGrantSettings } from '../../src/server/index.js'
import { shopifyMinter } from '../../src/server/minters/index.js'
import { createMintApp } from '../mint-server/create-mint-app.js'
import { GRANTED } from '../mint-server/offers.js'
import type { Shop } from './shop/start-shop.js'

/** Gives the shop the discount function of the example app, and answers what signs for it. */
const openGrants = ({ settings }: Shop): NonNullable<MintOptions['grant']> => {
  const keys = [{ id: 'demo', secret: randomBytes(32).toString('base64') }]
  const shop = 'pine-and-post.myshopify.com'
  const offers = [{ id: 'clara-15', message: 'Clara’s friends save 15 %', percentage: 15 }]
  settings.grants = writeGrantSettings({ shop, keys, offers })
  const signing = { shop, keys, timeZone: 'UTC' }
  return async ({ endsAt, offer }) =>
    offer.base === GRANTED
      ? { [GRANT_ATTRIBUTE]: await signGrant({ offer: offer.id, endsAt }, signing) }
      : undefined
}

/** Puts the server of safe codes under the shop's own address; it makes codes by the shop's Admin API. */
export const openMint = (shop: Shop, write?: (line: string) => void): void => {
  // a server of one's own needs to know it
  const accessToken = process.env['SHOP_TOKEN'] ?? randomBytes(16).toString('hex')
  const { port } = new URL(shop.url)
  const app = createMintApp({
    origins: [shop.url, `http://localhost:${port}`],
    keys: [randomBytes(32)],
    minter: shopifyMinter({ endpoint: shop.url, accessToken }),
    grant: openGrants(shop),
    now: () => shop.settings.now(),
    write,
    isDemo: true,
  })
  shop.settings.adminToken = accessToken
  shop.settings.app = (request, client) => Promise.resolve(app.fetch(request, { client }))
}

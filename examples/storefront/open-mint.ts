import { randomBytes } from 'node:crypto'
import { shopifyMinter } from '../../src/server/minters/index.js'
import { createMintApp } from '../mint-server/create-mint-app.js'
import type { Shop } from './shop/start-shop.js'

/** Puts the server of safe codes under the shop's own address; it makes codes by the shop's Admin API. */
export const openMint = (shop: Shop, write?: (line: string) => void): void => {
  const accessToken = randomBytes(16).toString('hex')
  const { port } = new URL(shop.url)
  const app = createMintApp({
    origins: [shop.url, `http://localhost:${port}`],
    keys: [randomBytes(32)],
    minter: shopifyMinter({ endpoint: shop.url, accessToken }),
    now: () => shop.settings.now(),
    write,
  })
  shop.settings.adminToken = accessToken
  shop.settings.app = (request) => Promise.resolve(app.fetch(request))
}

import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { openMint } from '../../examples/storefront/open-mint.js'
import { startShop } from '../../examples/storefront/shop/start-shop.js'

const HERE = '127.0.0.1'
const ELSEWHERE = '127.0.7.1'

it('the demo shop tells its mint who asks: each address has its share, and no more', async () => {
  const shop = await startShop()
  onTestFinished(() => shop.close())
  openMint(shop)
  const ask = async (localAddress: string): Promise<number | undefined> => {
    const asking = request(`${shop.url}/apps/discount-keeper/mint`, {
      method: 'POST',
      localAddress,
      headers: { 'content-type': 'application/json', origin: shop.url },
    })
    asking.end(JSON.stringify({ checkout: 'checkout-0123456789', discount: 'NOBODY' }))
    const [response] = (await once(asking, 'response')) as [IncomingMessage]
    response.resume()
    return response.statusCode
  }
  const statuses = await Promise.all(Array.from({ length: 61 }, () => ask(HERE)))
  expect(statuses.filter((status) => status === 403)).toHaveLength(60)
  expect(statuses.filter((status) => status === 429)).toHaveLength(1)
  expect(await ask(ELSEWHERE)).toBe(403)
})

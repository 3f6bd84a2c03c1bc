import { createHmac, createSecretKey } from 'node:crypto'
import { createMintHandler } from '../../src/server/index.js'
import { compileTemplate, composeCode } from '../../src/server/compile-template.js'
import { deriveSuffix } from '../../src/server/derive-suffix.js'
import { createKeyRing } from '../../src/server/keys.js'
import type { Bench } from './compare.js'

const KEY = 'a secret that is at least as long as it has to be'
const SHOP = 'https://shop.example'
const OFFER = {
  id: 'amy',
  base: 'CREATOR20',
  firstName: 'Amy',
  discount: '20OFF',
  affiliate: 'amy',
}
const IN_FLIGHT = 32

/** As a server does it: some at a time, none of which waits for the others. */
const overlapped =
  (task: (at: number) => Promise<unknown>) =>
  async (times: number): Promise<void> => {
    let at = 0
    const work = async (): Promise<void> => {
      while (at < times) await task(at++)
    }
    await Promise.all(Array.from({ length: IN_FLIGHT }, work))
  }

const checkoutOf = (at: number): string => `checkout-${String(at).padStart(12, '0')}`
const messageOf = (at: number): string =>
  JSON.stringify(['discount-keeper/code', OFFER.id, checkoutOf(at), 20_833])

const secret = createSecretKey(Buffer.from(KEY))
const encoder = new TextEncoder()
const keyRing = createKeyRing([KEY])
const template = compileTemplate('{FIRSTNAME}{DISCOUNT}')

const post = (at: number): Request =>
  new Request(`${SHOP}/mint`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: SHOP },
    body: JSON.stringify({ checkout: checkoutOf(at), discount: 'FROM-AMY' }),
  })

const shop = new Set<string>()
const unlimited = { points: 1e12, seconds: 3600 }
const handler = createMintHandler({
  keys: [KEY],
  origins: [SHOP],
  findOffers: () => OFFER,
  minter: {
    name: 'memory',
    longest: 64,
    mint: async ({ code }) => {
      if (shop.size > 100_000) shop.clear()
      return shop.size < shop.add(code).size ? 'minted' : 'taken'
    },
  },
  limits: {
    clientIp: () => '192.0.2.1',
    address: unlimited,
    affiliate: unlimited,
    offer: unlimited,
  },
})

/** What a code costs next to the one HMAC that it cannot do without. */
export const mint: Bench = {
  title: 'Minting codes',
  unit: 'codes',
  candidates: [
    {
      name: 'one HMAC, synchronous, of Node: the floor',
      run: (times) => {
        for (let at = 0; at < times; at++)
          createHmac('sha256', secret).update(messageOf(at)).digest()
      },
    },
    {
      name: 'one HMAC, WebCrypto, key cached',
      run: overlapped(async (at) =>
        crypto.subtle.sign('HMAC', (await keyRing()).newest, encoder.encode(messageOf(at))),
      ),
    },
    {
      name: 'a code derived: template, HMAC, suffix',
      run: overlapped(async (at) => {
        const suffix = await deriveSuffix(keyRing, [OFFER.id, checkoutOf(at), 20_833])
        return composeCode(template(OFFER), suffix, 64)
      }),
    },
    {
      name: 'a Request read and a Response, and nothing done',
      run: overlapped(async (at) => {
        const asked: unknown = await post(at).json()
        return new Response(JSON.stringify(asked), {
          headers: { 'cache-control': 'no-store' },
        }).text()
      }),
    },
    {
      name: 'a code minted: the whole handler, limits on',
      run: overlapped(async (at) => (await handler(post(at))).text()),
    },
  ],
}

import { describe, expect, it } from 'vitest'
import { shopifySignature, wooSignature } from '../../../src/server/index.js'
import { SHOP, sign } from './open-webhook.js'

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** RFC 4231, test case 2: key `Jefe`. */
const KNOWN = {
  secret: 'Jefe',
  text: 'what do ya want for nothing?',
  hex: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
}
const KNOWN_SIGNATURE = Buffer.from(KNOWN.hex, 'hex').toString('base64')

const kinds = {
  Shopify: {
    verifier: (secrets: readonly string[]) => shopifySignature({ secrets, shops: [SHOP] }),
    headers: (signature: string) => ({
      'x-shopify-topic': 'orders/paid',
      'x-shopify-shop-domain': SHOP,
      'x-shopify-hmac-sha256': signature,
    }),
  },
  WooCommerce: {
    verifier: (secrets: readonly string[]) => wooSignature({ secrets }),
    headers: (signature: string) => ({
      'x-wc-webhook-topic': 'order.updated',
      'x-wc-webhook-signature': signature,
    }),
  },
} as const

describe.each(['Shopify', 'WooCommerce'] as const)("a signature of %s's", (kind) => {
  const { headers, verifier } = kinds[kind]
  const ask = (secrets: readonly string[], signature: string, text = KNOWN.text) =>
    verifier(secrets)(new Headers(headers(signature)), bytesOf(text))

  it('is the HMAC-SHA256 of RFC 4231', async () => {
    expect(await ask([KNOWN.secret], KNOWN_SIGNATURE)).toBe(true)
    expect(await ask([KNOWN.secret], KNOWN_SIGNATURE, `${KNOWN.text} `)).toBe(false)
  })

  it('may be of either secret while one is changed for the other', async () => {
    const both = ['new', 'old']
    expect(await ask(both, sign(KNOWN.text, 'new'))).toBe(true)
    expect(await ask(both, sign(KNOWN.text, 'old'))).toBe(true)
    expect(await ask(both, sign(KNOWN.text, 'older'))).toBe(false)
  })

  it.each([
    ['empty', ''],
    ['hex', KNOWN.hex],
    ['cut', KNOWN_SIGNATURE.slice(0, -2)],
    ['longer', `${KNOWN_SIGNATURE}AAAA`],
    ['no base64', '*'.repeat(44)],
    ['empty bytes', `${'A'.repeat(43)}=`],
  ])('is not believed where it is %s', async (_, signature) => {
    expect(await ask([KNOWN.secret], signature)).toBe(false)
  })

  it('is not believed where there is none', async () => {
    const bare = new Headers(headers(''))
    for (const name of Object.keys(headers('')).slice(-1)) bare.delete(name)
    expect(await verifier([KNOWN.secret])(bare, bytesOf(KNOWN.text))).toBe(false)
  })

  it('needs secrets', () => {
    for (const secrets of [[], [''], ['right', '']])
      expect(() => verifier(secrets)).toThrow(/^Expected secrets to be a list of .* secrets/)
  })
})

describe('whose webhooks are believed', () => {
  it('are those of the shops that are named', () => {
    expect(() => shopifySignature({ secrets: ['s'], shops: [] })).toThrow(/^Expected shops to be/)
  })

  it('are those of the topics that are named', async () => {
    const text = '{}'
    const verify = wooSignature({ secrets: ['s'], topics: ['order.restored'] })
    const about = (topic: string) =>
      verify(
        new Headers({ 'x-wc-webhook-topic': topic, 'x-wc-webhook-signature': sign(text, 's') }),
        bytesOf(text),
      )
    expect([await about('order.restored'), await about('order.updated')]).toEqual([true, false])
  })
})

import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { deliverPostbacks, memoryStore } from '../../src/attribution/index.js'
import { hmacPostback } from '../../src/server/index.js'

const URL_SENT = 'https://n.example/?o=1001&c=%C3%84MY'

it('signs the address with HMAC-SHA256, as RFC 4231 has it', async () => {
  // test case 2 of the RFC
  expect(await hmacPostback('Jefe')('what do ya want for nothing?')).toEqual({
    'X-Postback-Signature': '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  })
  const secret = new Uint8Array([1, 2, 3])
  expect(await hmacPostback(secret, 'X-Network')(URL_SENT)).toEqual({
    'X-Network': createHmac('sha256', secret).update(URL_SENT).digest('hex'),
  })
})

it('sends the signature along, the same at every try', async () => {
  const store = memoryStore()
  await store.enqueue({ orderId: '1001', postback: 'network', url: URL_SENT }, 0, 1)
  const sent: (string | null)[] = []
  for (const now of [0, 1e9])
    await deliverPostbacks({
      store,
      sign: hmacPostback('shared'),
      now: () => now,
      fetch: async (input, init) => {
        const { headers, url } = new Request(input instanceof Request ? input : String(input), init)
        expect(url).toBe(URL_SENT)
        sent.push(headers.get('x-postback-signature'))
        return new Response(null, { status: 503 })
      },
    })
  const signature = createHmac('sha256', 'shared').update(URL_SENT).digest('hex')
  expect(sent).toEqual([signature, signature])
})

it('needs a secret', () => {
  for (const secret of ['', new Uint8Array()])
    expect(() => hmacPostback(secret)).toThrow(/^Expected secret to be what the receiver checks by/)
})

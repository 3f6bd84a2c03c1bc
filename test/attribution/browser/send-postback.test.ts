import { describe, expect, it } from 'vitest'
import { sendPostback } from '../../../src/attribution/index.js'
import type { PageOrder } from '../../../src/attribution/index.js'
import { pageView } from './page-view.js'

const template =
  'https://n.example/p?c={coupon_code}&o={order_id}&a={amount}&who={affiliate_id}&fee={commission}'
const order: PageOrder = {
  orderId: '10&01',
  currency: 'EUR',
  amount: '90.00',
  codes: ['AMY10'],
  ref: 'amy',
}
const url = 'https://n.example/p?c=AMY10&o=10%2601&a=90.00&who=amy&fee='

describe('sendPostback()', () => {
  it('tells the network what the page knows, once', async () => {
    const { load, sent } = pageView()
    const options = { consent: 'granted' } as const
    expect(await sendPostback(template, order, { ...options, view: load() })).toEqual({
      state: 'sent',
    })
    expect(await sendPostback(template, order, { ...options, view: load() })).toEqual({
      state: 'known',
    })
    expect(sent).toMatchObject([
      { url, keepalive: true, mode: 'no-cors', credentials: 'omit', cache: 'no-store' },
    ])
    expect(sent[0]?.body).toBeUndefined()
  })

  it('tells each network once', async () => {
    const { load, sent } = pageView()
    const given = { consent: 'granted', view: load() } as const
    await sendPostback(template, order, given)
    await sendPostback('https://other.example/?o={order_id}', order, given)
    expect(sent.map((one) => new URL(one.url).host)).toEqual(['n.example', 'other.example'])
  })

  it('says what a server has found out', async () => {
    const { load, sent } = pageView()
    const attribution = { publisher: 'bob', commission: 900 }
    await sendPostback(template, order, { consent: 'granted', attribution, view: load() })
    expect(sent[0]?.url).toBe(url.replace('who=amy&fee=', 'who=bob&fee=9.00'))
  })

  it('takes an answer that cannot be read for a good one, and asks once only', async () => {
    const opaque = Object.defineProperties(new Response(), {
      type: { value: 'opaque' },
      ok: { value: false },
    })
    const { load, sent } = pageView([opaque, new TypeError('offline')])
    const given = { consent: 'granted', view: load() } as const
    expect(await sendPostback(template, order, given)).toEqual({ state: 'sent' })
    const other = { ...order, orderId: '2' }
    expect(await sendPostback(template, other, given)).toEqual({
      state: 'failed',
      reason: 'TypeError',
    })
    expect(sent).toHaveLength(2)
  })

  it('sends nothing without consent', async () => {
    const { load, sent } = pageView()
    const consent = { attribution: () => false }
    expect(await sendPostback(template, order, { consent, view: load() })).toEqual({
      state: 'refused',
    })
    expect(sent).toEqual([])
  })

  it('tells nobody of an order that nobody earned', async () => {
    const { load, sent } = pageView()
    const { codes: _, ref: __, ...bare } = order
    expect(await sendPostback(template, bare, { consent: 'granted', view: load() })).toEqual({
      state: 'nobody',
    })
    expect(sent).toEqual([])
  })

  it('says what would be sent, and sends nothing', async () => {
    const { load, sent } = pageView()
    const given = { consent: 'granted', preview: true, view: load() } as const
    expect(await sendPostback(template, order, given)).toEqual({
      state: 'preview',
      url,
      body: undefined,
    })
    expect(sent).toEqual([])
  })

  it('says what is wrong with a template', async () => {
    const { load } = pageView()
    const told = await sendPostback('https://n.example/?c={coupon}', order, {
      consent: 'granted',
      view: load(),
    })
    expect(told).toMatchObject({ state: 'failed', reason: expect.stringContaining('{coupon}') })
  })
})

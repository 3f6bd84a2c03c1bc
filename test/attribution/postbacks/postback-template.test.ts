import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineCoupons } from '../../../src/attribution/index.js'
import {
  postbackFields,
  readPostback,
} from '../../../src/attribution/postbacks/postback-template.js'
import { conversionOf } from '../sale.js'

const [coupon] = defineCoupons([{ code: 'AMY20', offer: 'summer', publisher: 'amy' }]).list
const conversion = conversionOf({
  coupon,
  code: 'amy20',
  offer: 'summer',
  publisher: 'amy',
  by: 'coupon',
  ref: 'amy-link',
  country: 'DE',
  goal: 'first',
  discount: 250,
  isNewCustomer: true,
})

// made once: the table of all characters takes a second, and belongs to no test
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('&a=b', '#', '//evil', '%', '\uD800'),
)

describe('a postback', () => {
  it('says what the networks ask for', () => {
    const said = Object.fromEntries(
      postbackFields.map((field) => [
        field,
        new URL(readPostback(`https://n.example/?v={${field}}`)(conversion)).searchParams.get('v'),
      ]),
    )
    expect(said).toEqual({
      order_id: '1001',
      transaction_id: '1001',
      coupon_code: 'AMY20',
      code: 'amy20',
      publisher: 'amy',
      affiliate_id: 'amy',
      ref: 'amy-link',
      offer: 'summer',
      campaign: 'summer',
      goal: 'first',
      amount: '100.00',
      discount: '2.50',
      payout: '10.00',
      commission: '10.00',
      currency: 'EUR',
      status: 'approved',
      by: 'coupon',
      country: 'DE',
      new_customer: '1',
      timestamp: '1795262400',
      time: '2026-11-21T12:00:00.000Z',
    })
  })

  it('leaves empty what is not known', () => {
    const bare = readPostback('https://n.example/?c={coupon_code}&n={new_customer}')
    expect(bare(conversionOf())).toBe('https://n.example/?c=&n=')
    expect(readPostback('https://n.example/?c={coupon_code}')(conversionOf({ code: 'X' }))).toBe(
      'https://n.example/?c=X',
    )
  })

  it('is never led elsewhere by a value', () => {
    const fill = readPostback('https://n.example/p/{publisher}/x?o={order_id}&end=1')
    fc.assert(
      fc.property(text, text, (publisher, orderId) => {
        const url = new URL(fill(conversionOf({ publisher, orderId })))
        expect(url.origin).toBe('https://n.example')
        expect([...url.searchParams.keys()]).toEqual(['o', 'end'])
        expect(url.hash).toBe('')
      }),
    )
  })

  it.each(['.', '..', '%2e%2E', '\\..'])('keeps its path though a value is %s', (publisher) => {
    for (const template of [
      'a/{publisher}',
      'a/{publisher}/',
      'a/.{publisher}/',
      'a/{publisher}{ref}',
    ])
      expect(
        new URL(readPostback('https://n.example/' + template)(conversionOf({ publisher, ref: '' })))
          .pathname,
      ).toMatch(/^\/a\/[^/]+\/?$/)
  })

  it('is the address as it is fetched', () => {
    const fill = readPostback("HTTPS://N.example:443/a b?x='{publisher}'&y=ü#z")
    const url = fill(conversionOf({ publisher: "O'Neil" }))
    expect(url).toBe('https://n.example/a%20b?x=%27O%27Neil%27&y=%C3%BC#z')
    expect(new Request(url).url).toBe(url)
  })

  it.each([
    'https://n exa/{publisher}',
    'https://n.example:99999/',
    'https://{publisher}.example/',
    'https://n.example{publisher}/',
    '{publisher}',
    '//n.example/',
    'javascript:alert(1)',
    'ftp://n.example/',
    'https://n.example/?c={constructor}',
    'https://n.example/?c={}',
    '',
  ])('is refused where it is %s', (template) => {
    expect(() => readPostback(template)).toThrow(TypeError)
  })
})

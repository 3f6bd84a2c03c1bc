import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineCoupons, explainLink, trackingLink } from '../../src/attribution/index.js'
import { landAt } from '../support/land-at.js'
import { NOON } from './sale.js'

const base = 'https://shop.example/products/x?color=red#size'

describe('trackingLink()', () => {
  it('carries the code and names the publisher, under the parameters of the keeper', () => {
    expect(trackingLink({ base, coupon: 'AMY20', publisher: 'amy' })).toBe(
      'https://shop.example/products/x?color=red&discount=AMY20&ref=amy#size',
    )
  })

  it('carries no code where the link itself is the trigger', () => {
    expect(trackingLink({ base, publisher: 'amy' })).toBe(
      'https://shop.example/products/x?color=red&ref=amy#size',
    )
  })

  it('replaces what the address said before', () => {
    const old = 'https://shop.example/?discount=OLD&via=bob&ref=bob'
    expect(trackingLink({ base: old, coupon: 'NEW', publisher: 'amy' })).toBe(
      'https://shop.example/?discount=NEW&ref=amy',
    )
  })

  it.each([
    ['https://shop.example/p/{{ item.handle }}?e={{ email|urlencode }}', '{{ person.code }}'],
    ['https://shop.example/?u=*|UNIQID|*&x=%20', '*|COUPON|*'],
    ['https://shop.example/{% if a %}a{% endif %}', "{% coupon_code 'AMY and Co' %}"],
    ['https://shop.example/?k=%%subscriberkey%%', '%%code%%'],
    ['https://shop.example/?k=[[customer.id]]', '[[code]]'],
  ])('leaves merge tags as they are: %s', (address, tag) => {
    const made = trackingLink({ base: address, coupon: tag, publisher: tag })
    expect(made).toBe(`${address}${address.includes('?') ? '&' : '?'}discount=${tag}&ref=${tag}`)
  })

  it.each([
    { coupon: 'AMY 20' },
    { coupon: '25%' },
    { coupon: '{{ code }}X' },
    { publisher: 'a&b' },
    { publisher: '' },
  ])('refuses what the keeper would drop: %o', (wrong) => {
    expect(() => trackingLink({ base, ...wrong })).toThrow(TypeError)
  })

  it('takes more characters in codes where they are allowed', () => {
    expect(trackingLink({ base, coupon: '25%', allow: '%' })).toContain('discount=25%25')
  })

  it('refuses an address without origin', () => {
    expect(() => trackingLink({ base: '/products/x', coupon: 'AMY20' })).toThrow(TypeError)
  })

  it('lands with just that, whatever the address', { timeout: 30_000 }, () => {
    const name = fc.stringMatching(/^[A-Za-z0-9][\w.-]{0,20}$/)
    const query = fc.webUrl({ withQueryParameters: true, withFragments: true })
    fc.assert(
      fc.property(query, name, name, (address, coupon, publisher) => {
        const made = trackingLink({ base: address, coupon, publisher })
        expect(landAt(made)).toMatchObject({ codes: [coupon], ref: publisher })
        expect(trackingLink({ base: made, coupon, publisher })).toBe(made)
      }),
    )
  })
})

describe('explainLink()', () => {
  const coupons = defineCoupons([
    { code: 'AMY20', offer: 'summer', publisher: 'amy' },
    { code: 'ALL10', offer: 'summer', endsAt: NOON },
  ])

  it('says what the keeper would do', () => {
    const link = 'https://shop.example/?discount=AMY20,ALL10,A B&ref=amy'
    expect(explainLink(link, { coupons, at: NOON })).toEqual({
      codes: ['AMY20', 'ALL10'],
      ref: 'amy',
      dropped: ['A B'],
      sentences: [
        'The code AMY20 is kept and put on the cart. It is a coupon of amy on summer.',
        'The code ALL10 is kept and put on the cart. No coupon in force answers to it.',
        "'A B' is dropped: it is no code or name that passes the gate.",
        'The affiliate amy is known, once that may be remembered.',
      ],
    })
    expect(explainLink(link, { coupons, at: NOON - 1 }).sentences[1]).toContain(
      'a coupon of everybody on summer',
    )
  })

  it('tells a link without code, a path of the shop and a link that says nothing', () => {
    expect(explainLink('https://shop.example/?ref=amy').sentences.join(' ')).toContain(
      'one is minted for each checkout',
    )
    expect(explainLink('https://shop.example/discount/AMY20').sentences.join(' ')).toContain(
      'Shopify answers this path itself',
    )
    expect(explainLink('https://shop.example/').sentences).toEqual([
      'The keeper finds nothing in this link and does nothing.',
    ])
  })

  it('goes by the names and characters that the shop has set', () => {
    const params = { discount: ['code'], ref: ['aff'] }
    const found = explainLink('https://shop.example/?code=25%25&aff=amy&ref=bob', {
      params,
      allow: '%',
    })
    expect(found).toMatchObject({ codes: ['25%'], ref: 'amy' })
  })
})

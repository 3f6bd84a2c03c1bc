import { describe, expect, it } from 'vitest'

import { json } from '../support/theme-view.js'
import { active, openVendureShop, rawOrder, TOKEN } from '../support/vendure-shop.js'

const FIELDS = { attributes: { discount: 'ccDiscountCode', ref: 'ccRef' } }

/** A platform that has just read this order. */
const openRead = async (order: object | null, options: object = {}) => {
  const shop = await openVendureShop(options)
  shop.answers.push(active(order))
  await shop.platform.read?.()
  shop.fetch.mockClear()
  return shop
}

describe('a write to Vendure', () => {
  it('is one operation that makes the difference, and no more', async () => {
    const { answers, platform, sent } = await openRead(
      rawOrder({ couponCodes: ['OLD', 'Stays', 'GONE'] }),
      FIELDS,
    )
    const after = rawOrder({ couponCodes: ['Stays', 'NEW'], promotions: [{ couponCode: 'NEW' }] })
    answers.push(
      json({ data: { gone0: null, added0: rawOrder({ couponCodes: ['X'] }), input: after } }),
    )
    const cart = await platform.write?.({
      codes: ['NEW', 'STAYS'],
      attributes: { 'cc-discount-code': 'NEW', 'cc-ref': '' },
    })
    const [{ query, variables } = { query: '' }, ...more] = sent()
    expect(more).toEqual([])
    expect(variables).toEqual({
      gone0: 'OLD',
      gone1: 'GONE',
      added0: 'NEW',
      input: { customFields: { ccDiscountCode: 'NEW', ccRef: null } },
    })
    expect(query.match(/\w+(?=\((couponCode|input):)/g)).toEqual([
      'removeCouponCode',
      'removeCouponCode',
      'applyCouponCode',
      'setOrderCustomFields',
    ])
    expect(cart?.codes?.map(({ code }) => code)).toEqual(['Stays', 'NEW'])
  })

  it.each([
    ['codes that are there', { codes: ['save10'] }],
    ['no codes at all', {}],
    ['attributes that the shop has no field for', { attributes: { 'cc-ref': 'amy' } }],
  ])('sends nothing for %s', async (_, change) => {
    const { fetch, platform } = await openRead(rawOrder({ couponCodes: ['SAVE10'] }))
    expect((await platform.write?.(change))?.codes).toHaveLength(1)
    expect(fetch).not.toHaveBeenCalled()
  })

  it.each([
    ['no order', null],
    ['an order without items', rawOrder({ totalQuantity: 0 })],
  ])('leaves the shop alone where there is %s', async (_, order) => {
    const { fetch, platform } = await openRead(order, FIELDS)
    const change = { codes: ['SAVE10'], attributes: { 'cc-ref': 'amy' } }
    expect(await platform.write?.(change)).toMatchObject({ itemCount: 0, codes: [] })
    expect(fetch).not.toHaveBeenCalled()
  })

  it('takes off only what was read: what came since stays', async () => {
    const { answers, platform, sent } = await openRead(rawOrder({ couponCodes: ['SAVE10'] }))
    answers.push(json({ data: { gone0: rawOrder({ couponCodes: ['TYPED'] }) } }))
    const cart = await platform.write?.({ codes: [] })
    expect(sent().map(({ variables }) => variables)).toEqual([{ gone0: 'SAVE10' }])
    expect(cart?.codes?.map(({ code }) => code)).toEqual(['TYPED'])
  })

  it.each([
    ['nothing was read', [TOKEN], 0],
    ['the session is not the one that was read', [TOKEN, 'another'], 1],
  ])('looks first where %s', async (_, tokens, reads) => {
    let at = 0
    const { answers, platform, sent } = await openVendureShop({ token: () => tokens[at] })
    answers.push(...Array.from({ length: reads }, () => active(rawOrder())), active(null))
    if (reads) await platform.read?.()
    at = tokens.length - 1
    expect(await platform.write?.({ codes: ['SAVE10'] })).toMatchObject({ itemCount: 0 })
    expect(sent().filter(({ query }) => query.startsWith('mutation'))).toEqual([])
    expect(sent()).toHaveLength(reads + 1)
  })

  it('looks first after a write', async () => {
    const { answers, platform, sent } = await openRead(rawOrder())
    const after = rawOrder({ couponCodes: ['SAVE10'] })
    answers.push(json({ data: { added0: after } }), active(after))
    await platform.write?.({ codes: ['SAVE10'] })
    await platform.write?.({ codes: ['SAVE10'] })
    expect(sent().map(({ query }) => query.slice(0, 8))).toEqual(['mutation', '{activeO'])
  })
})

describe('a code that Vendure refuses', () => {
  it.each([
    ['COUPON_CODE_EXPIRED_ERROR', 'DISCOUNT_CURRENTLY_INACTIVE'],
    ['COUPON_CODE_INVALID_ERROR', 'DISCOUNT_NOT_FOUND'],
    ['COUPON_CODE_LIMIT_ERROR', 'DISCOUNT_USAGE_LIMIT_REACHED'],
    ['ORDER_MODIFICATION_ERROR', 'UNKNOWN'],
  ])('is told with its reason: %s is %s', async (errorCode, reason) => {
    const { answers, platform } = await openRead(rawOrder())
    const fine = rawOrder({ couponCodes: ['FINE'], promotions: [{ couponCode: 'FINE' }] })
    answers.push(json({ data: { added0: fine, added1: { errorCode } } }))
    const cart = await platform.write?.({ codes: ['FINE', 'BAD'] })
    expect(cart?.codes).toEqual([
      { code: 'FINE', applicable: true },
      { code: 'BAD', applicable: false, reason },
    ])
  })

  it('has the order read again where no step answered it', async () => {
    const { answers, platform, sent } = await openRead(rawOrder())
    const errorCode = 'COUPON_CODE_INVALID_ERROR'
    answers.push(
      json({ data: { added0: { errorCode } } }),
      active(rawOrder({ couponCodes: ['TYPED'] })),
    )
    const cart = await platform.write?.({ codes: ['NOPE'] })
    expect(cart?.codes?.map(({ code }) => code)).toEqual(['TYPED', 'NOPE'])
    expect(sent()).toHaveLength(2)
  })
})

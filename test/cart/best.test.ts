import { describe, expect, it } from 'vitest'

import { openContest } from './open-contest.js'

describe('best', () => {
  it('ends on what costs least: the older code, where the shop takes the first it finds', async () => {
    const { shop, sync } = openContest()
    await sync.check()
    expect(shop.writtenCodes()).toEqual([['NEW10', 'OLD20'], ['OLD20']])
    expect(shop.current()?.codes).toEqual(['OLD20'])
    expect([sync.status('OLD20'), sync.status('NEW10')]).toEqual(['applied', 'waiting'])
    expect(sync.reason('NEW10')).toBe('DISCOUNT_CODE_NOT_HONOURED')
  })

  it('ends where it began when that was the best, whatever was tried in between', async () => {
    const { shop, sync } = openContest({ codes: ['OLD20'] })
    await sync.check()
    sync.grant('NEW10')
    await sync.check()
    expect(shop.current()?.codes).toEqual(['OLD20'])
    expect(sync.status('OLD20')).toBe('applied')
    expect(sync.reason('NEW10')).toBe('DISCOUNT_CODE_NOT_HONOURED')
    expect(shop.writtenCodes()).toEqual([['OLD20'], ['NEW10', 'OLD20'], ['OLD20']])
  })

  it('takes the newer one when that is the best', async () => {
    const { shop, sync } = openContest({ codes: ['NEW10', 'OLD20'] })
    await sync.check()
    expect(shop.writtenCodes()).toEqual([['OLD20', 'NEW10'], ['NEW10'], ['OLD20', 'NEW10']])
    expect(shop.tellCart().total).toBe(800)
    expect([sync.status('OLD20'), sync.reason('NEW10')]).toEqual([
      'applied',
      'DISCOUNT_CODE_NOT_HONOURED',
    ])
  })

  it('costs one write where all codes go together', async () => {
    const { shop, sync } = openContest({ codes: ['OLD20', 'EXTRA5'] })
    await sync.check()
    expect(shop.kinds()).toEqual(['read', 'write'])
    expect(shop.current()?.codes).toEqual(['EXTRA5', 'OLD20'])
  })

  it('finds what goes together next to what does not', async () => {
    const { shop, sync } = openContest({ codes: ['OLD20', 'EXTRA5', 'NEW10'] })
    await sync.check()
    expect(shop.tellCart().total).toBe(750)
    expect(sync.status('EXTRA5')).toBe('applied')
  })

  it.each([
    ['first', 2],
    ['last', 3],
    ['best', 3],
  ] as const)(
    'ends on the least in a shop that honours the %s, within %i writes',
    async (conflicts, writes) => {
      const { shop, sync } = openContest({ shop: { conflicts } })
      await sync.check()
      expect(shop.tellCart().total).toBe(800)
      expect(shop.writes().length).toBeLessThanOrEqual(writes)
      expect(sync.status('OLD20')).toBe('applied')
    },
  )

  it('keeps what was there where nothing costs less', async () => {
    const coupons = { ONE: { exclusive: true }, TWO: { exclusive: true } }
    const { shop, sync } = openContest({ shop: { coupons }, codes: ['ONE'] })
    await sync.check()
    sync.grant('TWO')
    await sync.check()
    expect(sync.status('ONE')).toBe('applied')
    expect(shop.current()?.codes).toEqual(['ONE'])
  })

  it('keeps the codes of the shopper in every list, in front', async () => {
    const { shop, sync } = openContest()
    shop.theme.typeCode('Own7')
    sync.grant('EXTRA5', { source: 'shopper' })
    await sync.check()
    expect(shop.writtenCodes()).not.toEqual([])
    for (const codes of shop.writtenCodes()) expect(codes?.slice(0, 2)).toEqual(['EXTRA5', 'Own7'])
    expect(shop.current()?.codes).toEqual(['EXTRA5', 'Own7', 'OLD20'])
  })

  it('ends without any link where the code of the shopper alone costs least', async () => {
    const coupons = { MINE: { percent: 30, exclusive: true }, A: {}, B: {} }
    const { shop, sync } = openContest({ shop: { coupons, conflicts: 'last' }, codes: ['A', 'B'] })
    shop.theme.typeCode('MINE')
    await sync.check()
    expect(shop.current()?.codes).toEqual(['MINE'])
    expect([sync.status('A'), sync.status('B')]).toEqual(['waiting', 'waiting'])
  })

  it('lets a code that waits for a condition stay on the cart and wait', async () => {
    const coupons = { OLD20: { percent: 20, not: ['NEW10'] }, NEW10: {}, BIG: { minimum: 9000 } }
    const { shop, sync } = openContest({ shop: { coupons }, codes: ['BIG', 'OLD20', 'NEW10'] })
    await sync.check()
    expect(shop.current()?.codes).toContain('BIG')
    expect(sync.status('OLD20')).toBe('applied')
    expect([sync.status('BIG'), sync.reason('BIG')]).toEqual(['waiting', 'UNKNOWN'])
  })

  it('ends a code that the shop finally refuses, with the reason of the shop', async () => {
    const { shop, sync } = openContest({
      shop: { saysReasons: true },
      codes: ['NOSUCH', 'OLD20', 'NEW10'],
    })
    await sync.check()
    expect([sync.status('NOSUCH'), sync.reason('NOSUCH')]).toEqual([
      'rejected',
      'DISCOUNT_NOT_FOUND',
    ])
    expect(shop.current()?.codes).toEqual(['OLD20'])
  })

  it('tells the order of the codes that won, with the code list', async () => {
    const { shop, sync } = openContest()
    sync.refer('ANNA')
    await sync.check()
    expect(shop.writes()[0]?.attributes).toEqual({
      'cc-discount-code': 'OLD20,NEW10',
      'cc-ref': 'ANNA',
    })
    expect(shop.current()?.attributes).toEqual({ 'cc-discount-code': 'OLD20', 'cc-ref': 'ANNA' })
    expect(shop.kinds()).toEqual(['read', 'write', 'write'])
  })

  it('has the theme redraw the cart as it ends', async () => {
    const { shop, sync } = openContest()
    await sync.check()
    expect(shop.refreshed[shop.refreshed.length - 1]?.codes?.map(({ code }) => code)).toEqual([
      'OLD20',
    ])
  })

  it('holds all codes while there is no cart, the newest first', async () => {
    const { shop, sync } = openContest()
    shop.theme.empty()
    shop.expireCart()
    await sync.check()
    expect(shop.requests).toEqual([{ kind: 'visit', change: { codes: ['NEW10', 'OLD20'] } }])
    expect([sync.status('OLD20'), sync.status('NEW10')]).toEqual(['held', 'held'])
  })

  it('weighs as well where the shop says nothing of codes before there are some', async () => {
    const { shop, sync } = openContest({ shop: { saysCodes: 'some' } })
    await sync.check()
    expect(shop.current()?.codes).toEqual(['OLD20'])
    expect([sync.status('OLD20'), sync.status('NEW10')]).toEqual(['applied', 'waiting'])
    expect(shop.kinds()).toEqual(['read', 'write', 'write'])
  })

  it('weighs nothing where the shop does not say its codes', async () => {
    const { shop, sync } = openContest({ shop: { saysCodes: false } })
    await sync.check()
    await sync.check('items')
    expect(shop.writes()).toHaveLength(1)
  })

  it('does not try without end, however many links there are', async () => {
    const codes = ['A1', 'B2', 'C3', 'D4', 'E5', 'F6', 'G7']
    const coupons = Object.fromEntries(
      codes.map((code, at) => [code, { percent: 20 - at, exclusive: true }]),
    )
    const { shop, sync } = openContest({ shop: { coupons }, codes })
    await sync.check()
    expect(shop.writes().length).toBeLessThanOrEqual(7)
    expect(codes.map((code) => sync.status(code)).filter((word) => word === 'applied')).toEqual([
      'applied',
    ])
  })
})

import { describe, expect, it } from 'vitest'

import { stackingRules } from '../../src/grant/stacking.js'
import type { OpenContestOptions } from './open-contest.js'
import { openContest } from './open-contest.js'

const open = (options: OpenContestOptions = {}) =>
  openContest({ rule: stackingRules.combine, ...options })

const LOST = 'DISCOUNT_CODE_NOT_HONOURED'

describe('combine', () => {
  it('costs one write where all codes go together', async () => {
    const { shop, sync } = open({ codes: ['OLD20', 'EXTRA5'] })
    await sync.check()
    expect(shop.kinds()).toEqual(['read', 'write'])
    expect([sync.status('OLD20'), sync.status('EXTRA5')]).toEqual(['applied', 'applied'])
  })

  it('drops what the shop takes alone and not next to the others', async () => {
    const { shop, sync } = open()
    await sync.check()
    expect([sync.status('NEW10'), sync.status('OLD20')]).toEqual(['applied', 'rejected'])
    expect(sync.reason('OLD20')).toBe(LOST)
    expect(shop.current()).toMatchObject({
      codes: ['NEW10'],
      attributes: { 'cc-discount-code': 'NEW10' },
    })
    expect(shop.writtenCodes()).toEqual([['NEW10', 'OLD20'], ['OLD20'], ['NEW10']])
  })

  it('takes the word of a shop that names the reason, without trying', async () => {
    const { shop, sync } = open({ shop: { saysReasons: true } })
    await sync.check()
    expect(sync.reason('OLD20')).toBe(LOST)
    expect(shop.writtenCodes()).toEqual([['NEW10', 'OLD20'], ['NEW10']])
  })

  it('lets a code wait that the shop does not take alone either', async () => {
    const coupons = { BIG: { minimum: 9000 }, NEW10: {} }
    const { shop, sync } = open({ shop: { coupons }, codes: ['BIG', 'NEW10'] })
    await sync.check()
    expect([sync.status('BIG'), sync.reason('BIG')]).toEqual(['waiting', 'UNKNOWN'])
    expect(shop.current()?.codes).toEqual(['NEW10', 'BIG'])
    const sent = shop.requests.length
    await sync.check('items')
    await sync.check('codes')
    expect(shop.requests).toHaveLength(sent + 2)
  })

  it('keeps a code of the shopper and drops what does not go with it only for what does', async () => {
    const { shop, sync } = open({ codes: ['OLD20', 'EXTRA5'] })
    shop.theme.typeCode('NEW10')
    await sync.check()
    // nothing of ours is in its way: it waits for the shopper to decide otherwise
    expect([sync.status('OLD20'), sync.status('EXTRA5')]).toEqual(['waiting', 'applied'])
    expect(shop.current()?.codes).toEqual(['NEW10', 'EXTRA5', 'OLD20'])
  })

  it('does the same in a shop that drops codes without a word', async () => {
    const { shop, sync } = open({ shop: { dropsSilently: true } })
    await sync.check()
    expect([sync.status('NEW10'), sync.status('OLD20')]).toEqual(['applied', 'rejected'])
    expect(shop.current()?.codes).toEqual(['NEW10'])
  })

  it('tries again when another link was followed, and only then', async () => {
    const { browser, shop, sync } = open()
    await sync.check()
    const sent = shop.requests.length
    browser.clock.now += 60_000
    await sync.check()
    expect(shop.requests).toHaveLength(sent)
    sync.grant('EXTRA5')
    await sync.check()
    expect([sync.status('NEW10'), sync.status('EXTRA5')]).toEqual(['applied', 'applied'])
    expect(shop.kinds().slice(sent)).toEqual(['read', 'write'])
  })

  it('puts all back when a try in between fails', async () => {
    const contest = open()
    contest.shop.faults.push(undefined, undefined, 'refused')
    await contest.sync.check()
    expect(contest.shop.current()?.codes).toEqual(['NEW10', 'OLD20'])
    expect(contest.sync.status('OLD20')).toBe('waiting')
    contest.browser.clock.now += 60_000
    await contest.sync.check()
    expect(contest.sync.status('OLD20')).toBe('rejected')
    expect(contest.shop.current()?.codes).toEqual(['NEW10'])
  })
})

describe('the most codes that a shop takes', () => {
  const codes = ['A1', 'B2', 'C3', 'D4']
  const coupons = Object.fromEntries(
    [...codes, 'OWN7'].map((code, at) => [code, { percent: at + 1 }]),
  )
  const shop = { coupons, limits: { codes: 3 } }

  it.each(['last', 'combine'] as const)(
    'are the newest ones by %s; the oldest lose',
    async (rule) => {
      const contest = openContest({ rule: stackingRules[rule], shop, codes })
      await contest.sync.check()
      expect(contest.shop.current()?.codes).toEqual(['D4', 'C3', 'B2'])
      expect([contest.sync.status('A1'), contest.sync.reason('A1')]).toEqual(['rejected', LOST])
    },
  )

  it('are counted together with those of the shopper, which stay', async () => {
    const contest = open({ shop, codes })
    contest.shop.theme.setCodes(['OWN7', 'SOME', 'OTHER', 'MORE'])
    await contest.sync.check()
    expect(contest.shop.current()?.codes).toEqual(['OWN7', 'SOME', 'OTHER', 'MORE'])
    expect(codes.map((code) => contest.sync.status(code))).toEqual(codes.map(() => 'rejected'))
  })

  it('are never exceeded by a list that best tries', async () => {
    const contest = openContest({ shop, codes })
    await contest.sync.check()
    for (const list of contest.shop.writtenCodes()) expect(list?.length).toBeLessThanOrEqual(3)
    expect(contest.shop.tellCart().discount).toBeGreaterThanOrEqual(90)
    expect(contest.sync.status('A1')).toBe('waiting')
  })
})

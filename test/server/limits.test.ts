import { describe, expect, it, vi } from 'vitest'
import type { LimitOptions } from '../../src/server/index.js'
import { addressPrefix } from '../../src/server/address-prefix.js'
import type { Answer } from './open-handler.js'
import { AMY, openHandler, QUESTION } from './open-handler.js'

const byHeader = (request: Request): string | undefined =>
  request.headers.get('x-address') ?? undefined
const few = { points: 2, seconds: 600 }

const askFrom = (limits: LimitOptions) => {
  const findOffers = vi.fn(() => AMY)
  const opened = openHandler({ findOffers, limits: { clientIp: byHeader, ...limits } })
  const statusFrom = async (address: string): Promise<Answer> =>
    opened.ask(QUESTION, { 'x-address': address })
  return { ...opened, findOffers, statusFrom }
}

describe('the limit per address', () => {
  it('tells the third of two when to come back, before any offer is looked up', async () => {
    const { findOffers, orders, reports, statusFrom } = askFrom({ address: few })
    await statusFrom('192.0.2.1')
    await statusFrom('192.0.2.1')
    const { status, text, headers } = await statusFrom('192.0.2.1')
    expect([status, text]).toEqual([429, '{"error":"later"}'])
    expect(Number(headers['retry-after'])).toBeGreaterThan(590)
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(600)
    expect(headers['cache-control']).toBe('no-store')
    expect(findOffers).toHaveBeenCalledTimes(2)
    expect(orders).toHaveLength(2)
    expect(reports.at(-1)).toMatchObject({ outcome: 'later' })
  })

  it('counts neighbours together and strangers apart', async () => {
    const { statusFrom } = askFrom({ address: few })
    await statusFrom('192.0.2.1')
    await statusFrom('192.0.2.255')
    expect((await statusFrom('192.0.2.77')).status).toBe(429)
    expect((await statusFrom('192.0.3.1')).status).toBe(200)
  })

  it('counts forged posts, so that guessing ends', async () => {
    const { ask, findOffers } = askFrom({ address: few })
    const forged = { ...QUESTION, token: 'forged' }
    const statuses = [403, 403, 429, 429]
    for (const expected of statuses)
      expect((await ask(forged, { 'x-address': '192.0.2.1' })).status).toBe(expected)
    expect(findOffers).not.toHaveBeenCalled()
  })

  it('is off without the address, and says so', async () => {
    const { reports, ask } = openHandler()
    expect(reports).toEqual([
      { outcome: 'note', reason: 'Without limits.clientIp there is no limit per address.' },
    ])
    for (let times = 0; times < 100; times++) await ask(QUESTION)
    expect((await ask(QUESTION)).status).toBe(200)
    expect(askFrom({}).reports).toEqual([])
  })

  it('is on with the address: 60 in ten minutes', async () => {
    const { statusFrom } = askFrom({})
    for (let times = 0; times < 60; times++) await statusFrom('192.0.2.1')
    expect((await statusFrom('192.0.2.1')).status).toBe(429)
  })

  it('gives those whose address is not known one share', async () => {
    const { ask, statusFrom } = askFrom({ address: few })
    await ask(QUESTION)
    await statusFrom('nonsense')
    expect((await statusFrom('999')).status).toBe(429)
  })
})

describe('addressPrefix', () => {
  it.each([
    ['192.0.2.17', '192.0.2.0/24'],
    ['::ffff:192.0.2.17', '192.0.2.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:DB8:0001::1', '2001:db8:1::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['::1', '0:0:0::/48'],
    ['::', '0:0:0::/48'],
    ['1:2:3:4:5:6:7::', '1:2:3::/48'],
    [undefined, 'unknown'],
    ['', 'unknown'],
    ['unknown', 'unknown'],
    ['192.0.2.17, 10.0.0.1', 'unknown'],
    ['1:2:3', 'unknown'],
    ['1:2:3:4:5:6:7:8:9', 'unknown'],
    ['2001:db8:1::g', 'unknown'],
    ['::1::', 'unknown'],
  ])('of %s is %s', (address, prefix) => {
    expect(addressPrefix(address)).toBe(prefix)
  })
})

describe('the limits per offer and affiliate', () => {
  it('count what was found, whatever it was called by', async () => {
    const { ask } = openHandler({ findOffers: () => AMY, limits: { offer: few } })
    expect((await ask({ ...QUESTION, discount: 'ONE' })).status).toBe(200)
    expect((await ask({ ...QUESTION, discount: 'TWO', ref: 'x' })).status).toBe(200)
    const { status, headers } = await ask({ ...QUESTION, discount: 'THREE', ref: 'y' })
    expect(status).toBe(429)
    expect(headers).toHaveProperty('retry-after')
  })

  it('count each offer and each affiliate apart', async () => {
    const { ask, orders } = openHandler({
      findOffers: ({ word = '' }) => ({ ...AMY, id: word, affiliate: word.slice(0, 1) }),
      limits: { affiliate: few },
    })
    const statuses = ['A1', 'A2', 'A3', 'B1'].map((discount) => ask({ ...QUESTION, discount }))
    expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([200, 200, 429, 200])
    expect(orders).toHaveLength(3)
  })

  it('are a thousand and two thousand an hour', async () => {
    const { ask } = openHandler()
    for (let times = 0; times < 1000; times++) await ask(QUESTION)
    expect((await ask(QUESTION)).status).toBe(429)
    const many = openHandler({ findOffers: ({ word = '' }) => ({ ...AMY, id: word }) })
    for (let times = 0; times < 2000; times++)
      await many.ask({ ...QUESTION, discount: `W${times % 3}` })
    expect((await many.ask({ ...QUESTION, discount: 'W9' })).status).toBe(429)
  })

  it('are not used up by what is refused', async () => {
    const { ask } = openHandler({ limits: { offer: { points: 1, seconds: 60 } } })
    for (let times = 0; times < 5; times++) await ask({ ...QUESTION, discount: 'NOBODY' })
    expect((await ask(QUESTION)).status).toBe(200)
  })
})

describe('a limiter of the merchant', () => {
  it('is asked by names that cannot meet', async () => {
    const keys: string[] = []
    const limiter = { consume: async (key: string) => void keys.push(key) }
    const limits = { clientIp: byHeader, address: limiter, affiliate: limiter, offer: limiter }
    await openHandler({ limits }).ask(QUESTION, { 'x-address': '192.0.2.1' })
    expect(keys).toEqual(['address:192.0.2.0/24', 'affiliate:amy-and-friends', 'offer:amy'])
  })

  it('that fails makes the handler unavailable', async () => {
    const offer = { consume: () => Promise.reject(new Error('connection lost')) }
    const { ask, orders } = openHandler({ limits: { offer } })
    expect((await ask(QUESTION)).status).toBe(503)
    expect(orders).toEqual([])
  })

  it.each([
    [{ msBeforeNext: 1 }, '1'],
    [{ msBeforeNext: 1001 }, '2'],
    [{ other: { msBeforeNext: 7000 } }, '60'],
    [undefined, '60'],
  ])('that rejects with %j lets come back in %s seconds', async (rejection, seconds) => {
    const offer = { consume: () => Promise.reject(rejection) }
    const { headers } = await openHandler({ limits: { offer } }).ask(QUESTION)
    expect(headers['retry-after']).toBe(seconds)
  })
})

import { describe, expect, it } from 'vitest'
import type { GrantAttributes, MintOptions } from '../../src/server/index.js'
import { MintError } from '../../src/server/index.js'
import { AMY, CHECKOUT, HOUR, KEY, NOON, openHandler, QUESTION, SHOP } from './open-handler.js'

const DAY = 24 * HOUR
const TODAY = Math.floor(NOON / DAY) * DAY

describe('the mint handler', () => {
  it('answers with a code of the template and tells the shop what it stands for', async () => {
    const { ask, orders, reports } = openHandler()
    const { status, headers, text, code, endsAt } = await ask(QUESTION)
    expect(status).toBe(200)
    expect(code).toMatch(/^AMY20OFF-[346789CDFGHJKMNPQRTWXY]{12}$/)
    expect(JSON.parse(text)).toEqual({ code, endsAt })
    expect(headers).toEqual({
      'access-control-allow-origin': SHOP,
      'access-control-expose-headers': 'retry-after',
      'cache-control': 'no-store',
      'content-type': 'application/json',
      vary: 'origin',
    })
    expect(endsAt).toBe(TODAY + 2 * DAY)
    expect(orders).toEqual([{ code, base: 'CREATOR20', startsAt: TODAY, endsAt, offer: AMY }])
    expect(reports.at(-1)).toEqual({ outcome: 'minted', offer: 'amy' })
  })

  it('says nothing of the base discount to the browser or the log', async () => {
    const { ask, reports } = openHandler()
    const { text, headers, code } = await ask(QUESTION)
    expect(text + JSON.stringify(headers)).not.toContain('CREATOR20')
    expect(JSON.stringify(reports)).not.toMatch(new RegExp(`CREATOR20|${code}`))
  })

  it('gives the same checkout its code again, where the shop has it already', async () => {
    const { ask, reports } = openHandler()
    expect(await ask(QUESTION)).toEqual(await ask(QUESTION))
    expect(reports.slice(-2).map(({ outcome }) => outcome)).toEqual(['minted', 'taken'])
  })

  it.each([
    ['another checkout', {}, { ...QUESTION, checkout: 'checkout-of-someone' }],
    ['another offer', { findOffers: () => ({ ...AMY, id: 'amy-again' }) }, QUESTION],
    ['another key', { keys: [`another ${KEY}`] }, QUESTION],
    ['another window', { now: () => NOON + DAY }, QUESTION],
  ])('gives %s another code', async (_, options, question) => {
    const { code } = await openHandler().ask(QUESTION)
    const other = await openHandler(options).ask(question)
    expect(other.status).toBe(200)
    expect(other.code).not.toBe(code)
  })

  it('keeps parts apart that read alike in a row', async () => {
    const codes = ['1', '12'].map(async (id, at) => {
      const { ask } = openHandler({ findOffers: () => ({ ...AMY, id }) })
      return (await ask({ ...QUESTION, checkout: at ? CHECKOUT : `2${CHECKOUT}` })).code
    })
    expect(new Set(await Promise.all(codes)).size).toBe(2)
  })

  it('keeps a code for the rest of its window and for all of the next', async () => {
    let now = TODAY
    const { ask } = openHandler({ now: () => now, codeHours: 6 })
    const first = await ask(QUESTION)
    expect(first.endsAt).toBe(TODAY + 12 * HOUR)
    now = TODAY + 6 * HOUR - 1
    expect(await ask(QUESTION)).toEqual(first)
    now = TODAY + 6 * HOUR
    const second = await ask(QUESTION)
    expect(second.code).not.toBe(first.code)
    expect(second.endsAt).toBe(TODAY + 18 * HOUR)
  })

  it('lets no code live outside the dates of its offer', async () => {
    const dates = { startsAt: NOON - 1, endsAt: NOON + 1 }
    const { ask, orders } = openHandler({ findOffers: () => ({ ...AMY, ...dates }) })
    expect((await ask(QUESTION)).endsAt).toBe(NOON + 1)
    expect(orders).toMatchObject([dates])
  })

  it.each([
    ['at its start', { startsAt: NOON }, 200],
    ['before its start', { startsAt: NOON + 1 }, 403],
    ['just before its end', { endsAt: NOON + 1 }, 200],
    ['at its end', { endsAt: NOON }, 403],
  ])('an offer %s', async (_, dates, expected) => {
    const { ask, orders } = openHandler({ findOffers: async () => ({ ...AMY, ...dates }) })
    expect((await ask(QUESTION)).status).toBe(expected)
    expect(orders).toHaveLength(expected === 200 ? 1 : 0)
  })

  it('takes the first of several offers that is in force', async () => {
    const ended = { ...AMY, id: 'ended', endsAt: NOON }
    const last = { ...AMY, id: 'last' }
    const { ask, orders } = openHandler({ findOffers: () => [ended, AMY, last] })
    await ask(QUESTION)
    expect(orders).toMatchObject([{ offer: { id: 'amy' } }])
  })

  it('asks for offers with what the link said and nothing else', async () => {
    const asked: unknown[] = []
    const { ask } = openHandler({ findOffers: (one) => void asked.push(one) })
    await ask({ ...QUESTION, ref: 'amy', base: 'CREATOR20', __proto__: { word: 'x' } })
    await ask({ checkout: CHECKOUT, ref: 'amy' })
    expect(asked).toEqual([
      { word: 'FROM-AMY', ref: 'amy', link: undefined },
      { word: undefined, ref: 'amy', link: undefined },
    ])
  })

  it.each([12, 15, 20, 255])('makes codes that a shop of %i characters takes', async (longest) => {
    const offer = { ...AMY, template: '{FIRSTNAME}-{DISCOUNT}', firstName: 'Amy'.repeat(40) }
    const codes: string[] = []
    const { ask } = openHandler({
      findOffers: () => offer,
      minter: { name: 'short', longest, mint: async ({ code }) => (codes.push(code), 'minted') },
    })
    const { code } = await ask(QUESTION)
    expect(code).toMatch(/^([AMY]+-)?[346789CDFGHJKMNPQRTWXY]{12}$/)
    expect(code.length).toBeLessThanOrEqual(Math.min(longest, 64))
    expect(codes).toEqual([code])
  })
})

describe('a discount that needs no code', () => {
  it('is answered with attributes, and the shop is asked for nothing', async () => {
    const asked: unknown[] = []
    const { ask, orders, reports } = openHandler({
      grant: (order): GrantAttributes => {
        asked.push(order)
        return { 'cc-discount-grant': 'signed' }
      },
    })
    const { status, text, endsAt } = await ask(QUESTION)
    expect(status).toBe(200)
    expect(JSON.parse(text)).toEqual({ attributes: { 'cc-discount-grant': 'signed' }, endsAt })
    expect(asked).toEqual([{ offer: AMY, checkout: CHECKOUT, startsAt: TODAY, endsAt }])
    expect(orders).toEqual([])
    expect(reports.at(-1)).toEqual({ outcome: 'granted', offer: 'amy' })
  })

  it('leaves offers that it has no attributes for to the minter', async () => {
    const { ask, orders } = openHandler({ grant: async () => undefined })
    expect((await ask(QUESTION)).code).toMatch(/^AMY20OFF-/)
    expect(orders).toHaveLength(1)
  })
})

describe('a shop that fails', () => {
  it.each([
    [
      'a minter',
      {
        minter: {
          name: 'off',
          longest: 64,
          mint: () => Promise.reject(new MintError('UNAVAILABLE', 'no')),
        },
      },
    ],
    [
      'a minter that says nothing',
      { minter: { name: 'mute', longest: 64, mint: async () => undefined as never } },
    ],
    ['a lookup', { findOffers: () => Promise.reject(new Error('database')) }],
    [
      'a lookup that throws',
      {
        findOffers: () => {
          throw new Error('database')
        },
      },
    ],
    ['a lookup without an id', { findOffers: () => ({ base: 'CREATOR20' }) as never }],
    [
      'a lookup with dates in words',
      { findOffers: () => ({ ...AMY, endsAt: 'tomorrow' }) as never },
    ],
    ['a template with a typing error', { findOffers: () => ({ ...AMY, template: '{FRISTNAME}' }) }],
    ['a grant', { grant: (): Promise<never> => Promise.reject(new Error('signer')) }],
    ['no grant and no minter', { grant: (): undefined => undefined, minter: undefined }],
  ] satisfies [string, Partial<MintOptions>][])(
    'is told as one that may work later: %s',
    async (_, options) => {
      const { ask, reports } = openHandler(options)
      const { status, text } = await ask(QUESTION)
      expect(status).toBe(503)
      expect(text).toBe('{"error":"unavailable"}')
      expect(reports.at(-1)).toMatchObject({ outcome: 'unavailable', error: expect.any(Error) })
    },
  )

  it('takes a date that a database left empty for none', async () => {
    const { ask } = openHandler({
      findOffers: () => ({ ...AMY, startsAt: null, endsAt: null }) as never,
    })
    expect((await ask(QUESTION)).status).toBe(200)
  })

  it('does not mind a log that throws', async () => {
    const { ask } = openHandler({
      tell: () => {
        throw new Error('disk full')
      },
    })
    expect((await ask(QUESTION)).status).toBe(200)
  })
})

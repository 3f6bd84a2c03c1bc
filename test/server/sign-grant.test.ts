import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GRANT_ATTRIBUTE, readGrantToken } from '../../src/server/grant-token.js'
import { signGrant } from '../../src/server/sign-grant.js'
import { ENDS_AT, LAST_DAY, NEW_KEY, SIGNING } from '../support/shopify-schema/grant-shop.js'

const offerId = fc.stringMatching(/^[\w-]{1,64}$/)

const sign = (offer: string, endsAt = ENDS_AT, signing = SIGNING): Promise<string> =>
  signGrant({ offer, endsAt }, signing)

describe('a signed grant', () => {
  it('names the key, the last day and the offer, and is signed for this use and this shop', async () => {
    const body = `1.k2.${LAST_DAY}.amy`
    const message = `cc-discount-grant\n${SIGNING.shop}\n${body}`
    const signature = createHmac('sha256', NEW_KEY.secret).update(message)
    expect(await sign('amy')).toBe(`${body}.${signature.digest('hex')}`)
    expect(GRANT_ATTRIBUTE).toBe('cc-discount-grant')
  })

  it('is read back as it was signed, and short enough for an attribute', async () => {
    await fc.assert(
      fc.asyncProperty(offerId, async (offer) => {
        const token = await sign(offer)
        expect(readGrantToken(token)).toMatchObject({ keyId: 'k2', lastDay: LAST_DAY, offer })
        expect(token.length).toBeLessThanOrEqual(157)
      }),
      { numRuns: 50 },
    )
  })

  it('is read as no other spelling of itself', async () => {
    const token = await sign('amy')
    const [, , , , signature = ''] = token.split('.')
    const shouted = token.replace(signature, signature.toUpperCase())
    expect(shouted).not.toBe(token)
    for (const other of [shouted, token + '\n', ' ' + token, token + '.'])
      expect(readGrantToken(other)).toBeUndefined()
  })

  it('is signed by the first key only', async () => {
    const [, second] = SIGNING.keys
    const swapped = { ...SIGNING, keys: [second ?? NEW_KEY, NEW_KEY] }
    expect((await sign('amy', ENDS_AT, swapped)).split('.')[1]).toBe('k1')
  })

  it.each([
    { when: 'in the evening', at: '2026-11-30T17:00:00Z', zone: 'Europe/Berlin', day: LAST_DAY },
    { when: 'tomorrow there', at: '2026-11-30T17:00:00Z', zone: 'Asia/Tokyo', day: '2026-12-01' },
    { when: 'yesterday there', at: '2026-12-01T05:00:00Z', zone: 'US/Pacific', day: LAST_DAY },
    { when: 'at midnight', at: '2026-11-30T23:00:00Z', zone: 'Europe/Berlin', day: LAST_DAY },
    { when: 'just after it', at: '2026-11-29T23:00:00.001Z', zone: 'Europe/Berlin', day: LAST_DAY },
    {
      when: 'clocks going back',
      at: '2026-10-25T01:00Z',
      zone: 'Europe/Berlin',
      day: '2026-10-25',
    },
  ])('counts through the day of the shop that it ends on: $when', async ({ at, day, zone }) => {
    const token = await sign('amy', Date.parse(at), { ...SIGNING, timeZone: zone })
    expect(readGrantToken(token)?.lastDay).toBe(day)
  })
})

describe('what cannot be signed', () => {
  it.each([
    ['', 'an empty id'],
    ['amy.2', 'a dot'],
    ['amy\n', 'a line break'],
    ['ämy', 'a letter beyond ASCII'],
    ['a'.repeat(65), '65 letters'],
  ])('an offer whose id is %j: %s', async (offer) => {
    await expect(sign(offer)).rejects.toMatchObject({ code: 'OPTION' })
  })

  it.each([NaN, Infinity, -4e13, 8.65e15, Date.UTC(12_000, 0)])('an end at %d', async (endsAt) => {
    await expect(sign('amy', endsAt)).rejects.toMatchObject({ code: 'OPTION' })
  })

  it.each([
    ['a time zone nobody knows', { timeZone: 'Mars/Olympus' }],
    ['a shop that is another domain', { shop: 'pine.example' }],
    ['a shop with something behind it', { shop: 'a.myshopify.com\nb' }],
    ['no key', { keys: [] }],
    ['a key of 31 characters', { keys: [{ id: 'k1', secret: 'a'.repeat(31) }] }],
    ['a second key of 31 characters', { keys: [NEW_KEY, { id: 'k1', secret: 'a'.repeat(31) }] }],
    ['a secret beyond ASCII', { keys: [{ id: 'k1', secret: 'ä'.repeat(40) }] }],
    ['a secret with a line break', { keys: [{ id: 'k1', secret: 'a'.repeat(40) + '\n' }] }],
    ['a key without an id', { keys: [{ ...NEW_KEY, id: '' }] }],
    ['two keys of one id', { keys: [NEW_KEY, NEW_KEY] }],
  ])('%s', async (_, change) => {
    await expect(sign('amy', ENDS_AT, { ...SIGNING, ...change })).rejects.toMatchObject({
      name: 'DiscountKeeperError',
      code: 'OPTION',
    })
  })

  it('is said without the secret', async () => {
    const secret = 'a'.repeat(31)
    const signing = { ...SIGNING, keys: [{ id: 'k1', secret }] }
    await expect(sign('amy', ENDS_AT, signing)).rejects.toThrow(
      'Expected the secret of key k1 to be 32 characters of printable ASCII or more, got 31 characters instead.',
    )
  })
})

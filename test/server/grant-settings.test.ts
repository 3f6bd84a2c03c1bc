import { describe, expect, it } from 'vitest'
import type { GrantOffer } from '../../src/server/grant-offer.js'
import type { GrantSettings } from '../../src/server/grant-settings.js'
import { writeGrantSettings } from '../../src/server/grant-settings.js'
import { SETTINGS } from '../support/shopify-schema/grant-shop.js'

const write = (change: object): string => writeGrantSettings({ ...SETTINGS, ...change })

const offersOf = (bytes: number): readonly GrantOffer[] => {
  const offer: GrantOffer = { id: 'amy', percentage: 20, message: 'ö' }
  const rest = bytes - new TextEncoder().encode(write({ offers: [offer] })).length
  return [{ ...offer, message: 'ö' + 'x'.repeat(rest) }]
}

describe('the settings of a discount', () => {
  it('are JSON, and nothing but what the function needs', () => {
    const given: GrantSettings & { readonly timeZone: string } = { ...SETTINGS, timeZone: 'UTC' }
    expect(JSON.parse(writeGrantSettings(given))).toEqual(SETTINGS)
  })

  it('may be 10,000 bytes and not one more', () => {
    expect(new TextEncoder().encode(write({ offers: offersOf(10_000) }))).toHaveLength(10_000)
    expect(() => write({ offers: offersOf(10_001) })).toThrow(
      'Expected the settings to be 10000 bytes or fewer, got 10001 instead.',
    )
  })

  it.each([
    ['no key', { keys: [] }],
    ['a short key', { keys: [{ id: 'k1', secret: 'ab' }] }],
    ['no shop', { shop: '' }],
    ['two offers of one id', { offers: [...SETTINGS.offers, SETTINGS.offers[0]] }],
    ['an id with a dot', { offers: [{ id: 'a.b', message: 'x', percentage: 5 }] }],
    ['no message', { offers: [{ id: 'a', message: '', percentage: 5 }] }],
    ['nothing off', { offers: [{ id: 'a', message: 'x' }] }],
    ['zero off', { offers: [{ id: 'a', message: 'x', percentage: 0 }] }],
    ['more than everything off', { offers: [{ id: 'a', message: 'x', percentage: 101 }] }],
    ['both kinds', { offers: [{ id: 'a', message: 'x', percentage: 5, amountOff: 5 }] }],
    ['less than nothing off', { offers: [{ id: 'a', message: 'x', amountOff: -1 }] }],
    ['all there is', { offers: [{ id: 'a', message: 'x', amountOff: Infinity }] }],
    ['a number in quotes', { offers: [{ id: 'a', message: 'x', amountOff: '5' }] }],
  ])('are refused with %s', (_, change) => {
    expect(() => write(change)).toThrow(expect.objectContaining({ code: 'OPTION' }))
  })
})

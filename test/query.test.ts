import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { withoutParams, withParam } from '../src/query.js'
import { shopUrls } from './support/urls.js'

describe('withParam()', () => {
  it.each([
    ['/cart', '/cart?discount=A'],
    ['/cart?a=1', '/cart?a=1&discount=A'],
    ['/cart#top', '/cart?discount=A#top'],
    ['/cart?a=%2f&a=+#?b', '/cart?a=%2f&a=+&discount=A#?b'],
    ['', '?discount=A'],
    ['https://shop.example', 'https://shop.example?discount=A'],
  ])('appends to %s', (url, expected) => {
    expect(withParam(url, 'discount', ['A'])).toBe(expected)
  })

  it('encodes each value, not the comma between them', () => {
    expect(withParam('/x', 'discount', ['A&B', '25%', 'C+#'])).toBe(
      '/x?discount=A%26B,25%25,C%2B%23',
    )
  })
})

describe('withoutParams()', { timeout: 60_000 }, () => {
  it.each([
    ['/x?discount=A', '/x'],
    ['/x?discount', '/x'],
    ['/x?discount=A#top', '/x#top'],
    ['/x?a=1&discount=A&b=2&discount=B', '/x?a=1&b=2'],
    ['/x?a=%2f&ref=jane&a=+&A=1#ref=stays', '/x?a=%2f&a=+&A=1#ref=stays'],
    ['/x?dis%63ount=A&ref=', '/x'],
    ['/x?discounts=A&Discount=B&xref=C', '/x?discounts=A&Discount=B&xref=C'],
    ['/x?a=discount=A', '/x?a=discount=A'],
  ])('takes our parameters out of %s', (url, expected) => {
    expect(withoutParams(url, ['discount', 'ref'])).toBe(expected)
  })

  it('leaves no parameter of these names and all others in order', () => {
    fc.assert(
      fc.property(shopUrls, (url) => {
        const bare = new URL(withoutParams(url, ['discount']))
        const expected = new URL(url)
        expect([...bare.searchParams]).toEqual(
          [...expected.searchParams].filter(([name]) => name !== 'discount'),
        )
        expect(bare.pathname + bare.hash).toBe(expected.pathname + expected.hash)
      }),
      { numRuns: 1000 },
    )
  })

  it('is the very same string where nothing is of these names', () => {
    for (const url of ['/x?', '/x?a&&b', '/x?a&', '/x?&#', '/x??discount=A', '/x?a=1&?discount=A'])
      expect(withoutParams(url, ['discount'])).toBe(url)
    fc.assert(
      fc.property(shopUrls, (url) => {
        fc.pre(!new URL(url).searchParams.has('discount'))
        expect(withoutParams(url, ['discount'])).toBe(url)
      }),
      { numRuns: 1000 },
    )
  })

  it('takes out again what withParam put in', () => {
    const values = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(shopUrls, values, (url, list) => {
        const back = new URL(withoutParams(withParam(url, 'our%20param', list), ['our param']))
        expect([...back.searchParams]).toEqual([...new URL(url).searchParams])
      }),
      { numRuns: 1000 },
    )
  })
})

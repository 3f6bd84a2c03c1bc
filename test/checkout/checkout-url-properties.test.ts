import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { base, carry } from './french-cart.js'

describe('checkoutUrl() for any input', () => {
  const word = fc.string({ unit: 'binary' })
  const part = fc.constantFrom(
    '/',
    'checkout',
    'fr',
    '?',
    '#',
    '&',
    'discount=',
    '..',
    '\\',
    ' ',
    '\t',
    'a',
  )
  const link = fc.oneof(
    word,
    fc.array(fc.oneof(part, word)).map((parts) => parts.join('')),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc
      .tuple(fc.constantFrom('/checkout', 'https://pay.example/fr/kasse', 'checkout/'), word, word)
      .map(([path, query, hash]) => `${path}?${query}#${hash}`),
  )
  const codes = fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), { minLength: 1 })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(link, codes, (url, list) => {
        const once = carry(url, list)
        expect(carry(once, list)).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })

  it('inserts one discount and moves no other byte, and the origin and path stay', () => {
    fc.assert(
      fc.property(link, codes, (url, list) => {
        const carried = carry(url, list)
        if (carried === url) return
        const added = 'discount=' + list.map(encodeURIComponent).join(',')
        const at = carried.lastIndexOf(added, carried.length)
        expect([carried.slice(0, at - 1) + carried.slice(at + added.length)]).toEqual([url])
        const [before, after] = [new URL(url, base), new URL(carried, base)]
        expect(after.origin + after.pathname + after.hash).toBe(
          before.origin + before.pathname + before.hash,
        )
        expect(after.searchParams.getAll('discount')).toEqual([list.join(',')])
        after.searchParams.delete('discount')
        expect([...after.searchParams]).toEqual([...before.searchParams])
      }),
      { numRuns: 2000 },
    )
  })

  it('adds the codes to every query and hash on the way to checkout', () => {
    const query = fc.webQueryParameters().filter((text) => !/discount/.test(text))
    fc.assert(
      fc.property(query, fc.webFragments(), codes, (search, hash, list) => {
        const carried = new URL(carry(`/checkout?${search}#${hash}`, list), base)
        expect(carried.searchParams.get('discount')).toBe(list.join(','))
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { MOST_CODES } from '../../src/names.js'
import { landAt } from '../support/land-at.js'
import { anyUrls } from '../support/urls.js'

const CODE = /^[A-Za-z0-9][\w.-]{0,63}$/
const codes = fc.array(fc.stringMatching(CODE), { maxLength: MOST_CODES / 2 })

describe('readLanding() for any URL', { timeout: 60_000 }, () => {
  it('never throws and answers values of the charset, each code once', () => {
    fc.assert(
      fc.property(anyUrls, (url) => {
        const landing = landAt(url)
        const folded = landing.codes.map((code) => code.toLowerCase())
        expect(landing.codes.every((code) => CODE.test(code))).toBe(true)
        expect(new Set(folded).size).toBe(folded.length)
        expect(CODE.test(landing.ref ?? 'absent')).toBe(true)
        expect(landing.dropped.some((value) => CODE.test(value))).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  it('finds every code of a list and of repeated parameters, in order', () => {
    fc.assert(
      fc.property(codes, codes, (list, repeated) => {
        const url = new URL('https://shop.example/products/x?a=1')
        url.searchParams.append('discount', list.join())
        for (const code of repeated) url.searchParams.append('discount', code)
        const all = [...list, ...repeated]
        const isFirst = (code: string, at: number) =>
          all.findIndex((other) => other.toLowerCase() === code.toLowerCase()) === at
        expect(landAt(url.href).codes).toEqual(all.filter(isFirst))
      }),
    )
  })
})

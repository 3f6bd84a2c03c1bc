import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileTemplate, composeCode } from '../../src/server/compile-template.js'
import { deriveSuffix, SUFFIX_ALPHABET, SUFFIX_LENGTH } from '../../src/server/derive-suffix.js'
import { createKeyRing } from '../../src/server/keys.js'
import { createGate } from '../../src/landing/gate.js'
import { toAscii } from '../../src/server/to-ascii.js'
import { AMY, KEY } from './open-handler.js'

const runs = { numRuns: 2000 }
const name = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
const people = fc.record({ firstName: name, lastName: name, discount: name }, { requiredKeys: [] })
const piece = fc.oneof(
  fc.constantFrom('{FIRSTNAME}', '{LASTNAME}', '{DISCOUNT}', '-', '_', '.', '--', 'Save', ' '),
  fc.string().map((text) => text.replace(/[{}]/g, '')),
)
const template = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
const suffix = fc.string({
  unit: fc.constantFrom(...SUFFIX_ALPHABET.split('')),
  minLength: SUFFIX_LENGTH,
  maxLength: SUFFIX_LENGTH,
})

describe('any template with any name', { timeout: 60_000 }, () => {
  it('makes capitals, digits and single separators between them', () => {
    fc.assert(
      fc.property(template, people, (text, person) => {
        expect(compileTemplate(text)({ ...AMY, ...person })).toMatch(
          /^$|^[A-Z0-9]+([._-][A-Z0-9]+)*$/,
        )
      }),
      runs,
    )
  })

  it('changes nothing that it made itself', () => {
    fc.assert(
      fc.property(template, people, (text, person) => {
        const made = compileTemplate(text)({ ...AMY, ...person })
        expect(compileTemplate(made)(AMY)).toBe(made)
        expect(compileTemplate('{FIRSTNAME}')({ ...AMY, firstName: made })).toBe(made)
      }),
      runs,
    )
  })

  it('makes codes that fit, that the keeper lets in and that end with the whole suffix', () => {
    const gate = createGate()
    fc.assert(
      fc.property(template, people, suffix, fc.integer({ min: 12, max: 64 }), (...some) => {
        const [text, person, end, longest] = some
        const code = composeCode(compileTemplate(text)({ ...AMY, ...person }), end, longest)
        expect(gate(code)).toBe(code)
        expect(code.length).toBeLessThanOrEqual(longest)
        expect(code).toMatch(new RegExp(`^([A-Z0-9]+([._-][A-Z0-9]+)*-)?${end}$`))
      }),
      runs,
    )
  })
})

describe('toAscii', { timeout: 60_000 }, () => {
  it('makes printable ASCII capitals of any text, and the same of what it made', () => {
    fc.assert(
      fc.property(name, (text) => {
        const ascii = toAscii(text)
        expect(ascii).toMatch(/^[ -`{-~]*$/)
        expect(toAscii(ascii)).toBe(ascii)
      }),
      runs,
    )
  })
})

describe('the suffix', () => {
  const keyRing = createKeyRing([KEY])

  it('has no two characters that look alike, and no vowels', () => {
    expect(new Set(SUFFIX_ALPHABET).size).toBe(SUFFIX_ALPHABET.length)
    for (const alike of ['0OQ', '1IL', '2Z', '5S', '8B', 'UV'])
      expect(alike.split('').filter((one) => SUFFIX_ALPHABET.includes(one)).length).toBeLessThan(2)
    expect(SUFFIX_ALPHABET).not.toMatch(/[AEIOU]/)
  })

  it('takes at least 50 bits to guess, the likeliest character at every place', () => {
    // each of 65,536 draws names a character; the likeliest has the most of them
    const draws = new Map<number, number>()
    for (let draw = 0; draw < 65_536; draw++) {
      const at = (draw * SUFFIX_ALPHABET.length) >>> 16
      draws.set(at, (draws.get(at) ?? 0) + 1)
    }
    expect(draws.size).toBe(SUFFIX_ALPHABET.length)
    const bits = -SUFFIX_LENGTH * Math.log2(Math.max(...draws.values()) / 65_536)
    expect(bits).toBeGreaterThanOrEqual(50)
  })

  it('uses every character at every place', async () => {
    const seen = Array.from({ length: SUFFIX_LENGTH }, () => new Set<string>())
    for (let at = 0; at < 500; at++)
      for (const [place, one] of (await deriveSuffix(keyRing, [at])).split('').entries())
        seen[place]?.add(one)
    expect(seen.map(({ size }) => size)).toEqual(seen.map(() => SUFFIX_ALPHABET.length))
  })

  it('is what it is for ever: codes at shops depend on it', async () => {
    expect(await deriveSuffix(keyRing, ['amy', 'checkout-0123456789', 20_833])).toBe('MR8D378JGJR7')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createGate } from '../../src/landing/gate.js'

const gate = createGate()
const longest = 'A'.repeat(64)

describe('createGate()', () => {
  it.each(['A', '7', 'SAVE10', 'save10', 'Summer_Sale.2026-B', 'A' + '-'.repeat(63), longest])(
    'lets %s in as it came',
    (code) => {
      expect(gate(code)).toBe(code)
    },
  )

  it.each([
    ['nothing', ''],
    ['65 characters', longest + 'A'],
    ['1 MB', 'A'.repeat(2 ** 20)],
    ['a dot first', '.SAVE'],
    ['an underscore first', '_SAVE'],
    ['a dash first', '-SAVE'],
    ['a name of the prototype', '__proto__'],
    ['a comma', 'A,B'],
    ['a space', 'A B'],
    ['a space at the end', 'A '],
    ['a line feed at the end', 'SAVE10\n'],
    ['a line feed and another line', 'SAVE10\nSet-Cookie: a=b'],
    ['a carriage return', 'SAVE10\r'],
    ['a null byte', 'SAVE\0'],
    ['an escape', 'SAVE\u001B[2J'],
    ['a delete', 'SAVE\u007F'],
    ['a letter beyond ASCII', 'SAVÉ'],
    ['a dotted capital I', 'SAVİ'],
    ['a long s', 'ſAVE'],
    ['full width', 'ＳＡＶＥ１０'],
    ['right-to-left override', '\u202ESAVE'],
    ['a zero-width space', 'SA\u200BVE'],
    ['a lone surrogate', 'SAVE\uD800'],
    ['an emoji', '🎁'],
    ['mark-up', '<svg onload=alert(1)>'],
    ['a quote', 'SAVE"'],
    ['a percent sign', '25%OFF'],
    ['an exclamation mark', 'SAVE!'],
    ['a slash', '../SAVE'],
  ])('drops %s', (_, value) => {
    expect(gate(value)).toBeUndefined()
  })

  it.each([
    [undefined],
    [null],
    [10],
    [true],
    [['A']],
    [{ toString: () => 'SAVE10' }],
    [() => 'A'],
  ])('drops %s, which is no string', (value) => {
    expect(gate(value)).toBeUndefined()
  })

  it('adds what `allow` names and nothing else', () => {
    const percent = createGate('%')
    expect(percent('25%OFF')).toBe('25%OFF')
    expect(percent('SAVE10')).toBe('SAVE10')
    expect([percent('%OFF'), percent('A$'), percent('A,B'), percent('É')]).toEqual(
      Array(4).fill(undefined),
    )
  })

  it('takes characters with a meaning in patterns as they are', () => {
    const signs = createGate('^]\\-[$')
    expect(signs('A^]\\-[$')).toBe('A^]\\-[$')
    expect([signs('A!'), signs('A_Z'), signs('A@'), signs('A(')]).toEqual([
      undefined,
      'A_Z',
      undefined,
      undefined,
    ])
    expect(createGate('+-/')('A,B')).toBeUndefined()
    expect(createGate('a-z')('A{')).toBeUndefined()
  })

  it('never adds a comma, a control character, white space or a character beyond ASCII', () => {
    const greedy = createGate(', \t\n\0\u007FéＳ\u202E')
    for (const sign of [',', ' ', '\t', '\n', '\0', '\u007F', 'é', 'Ｓ', '\u202E'])
      expect(greedy('A' + sign)).toBeUndefined()
  })
})

describe('createGate() for any input', { timeout: 60_000 }, () => {
  it('never throws and answers the value itself or nothing', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const answer = gate(value)
        expect(answer === undefined || answer === value).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('lets in exactly 1 to 64 characters of the charset', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 70 }),
      fc.string({
        unit: fc.constantFrom(
          'A',
          'Z',
          'a',
          'z',
          '0',
          '9',
          '.',
          '_',
          '-',
          ',',
          ' ',
          '\n',
          '%',
          'é',
          '\0',
        ),
        maxLength: 70,
      }),
    )
    fc.assert(
      fc.property(text, (value) => {
        const isFit =
          value.length >= 1 &&
          value.length <= 64 &&
          /[A-Za-z0-9]/.test(value.charAt(0)) &&
          Array.from(value).every((sign) => /[A-Za-z0-9_.-]/.test(sign) && sign.length === 1)
        expect(gate(value) === value).toBe(isFit)
      }),
      { numRuns: 1000 },
    )
  })

  it('adds only printable ASCII of `allow`, whatever `allow` holds', () => {
    const plain = fc.string({ unit: 'grapheme-ascii', maxLength: 12 })
    const allow = fc.oneof(plain, fc.string({ unit: 'binary', maxLength: 12 }))
    fc.assert(
      fc.property(allow, fc.oneof(plain, fc.string({ unit: 'binary' })), (extra, value) => {
        const answer = createGate(extra)('A' + value)
        const isAllowed = (sign: string) =>
          /[\w.-]/.test(sign) || (/[!-+\--~]/.test(sign) && extra.includes(sign))
        expect(answer === 'A' + value).toBe(value.length < 64 && value.split('').every(isAllowed))
      }),
      { numRuns: 1000 },
    )
  })
})

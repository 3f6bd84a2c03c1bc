import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { isNewer, parse, serialize } from '../../src/grant/codec.js'
import { merge } from '../../src/grant/merge.js'
import { createGate } from '../../src/landing/gate.js'
import { DAY } from '../../src/names.js'
import { entry, ledgerEntries, NOON } from '../support/entry.js'

const options = { gate: createGate(), now: NOON, ttl: 30 * DAY }
const key = fc.constantFrom('v', 'grants', '__proto__', 'constructor', 'code', 'grantedAt', 'ttl')
const line = fc.dictionary(key, fc.oneof(fc.jsonValue(), fc.constantFrom(NOON, 'SAVE10')))
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.json(),
  fc.array(line).map((grants) => JSON.stringify({ v: 1, grants })),
  fc.dictionary(key, fc.jsonValue()).map((record) => JSON.stringify(record)),
  fc.tuple(ledgerEntries, fc.nat(400)).map(([list, at]) => serialize(list).slice(0, at)),
  fc.constant(
    '{"v":1,"__proto__":{"polluted":1},"grants":[{"__proto__":{"polluted":1},"code":"A"}]}',
  ),
)

describe('the codec for any text', { timeout: 60_000 }, () => {
  it('never throws, lets no value past the gate and no grant beyond its days', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect([true, false]).toContain(isNewer(text))
        for (const { code, expiresAt } of parse(text, options)) {
          expect(options.gate(code)).toBe(code)
          expect(expiresAt >= 0 && expiresAt <= NOON + options.ttl).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('never reaches a prototype', () => {
    const poison =
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"code":"A",'
    const text = `{"v":1,"__proto__":{"polluted":1},"grants":[${poison}"grantedAt":1,"expiresAt":2}]}`
    parse(text, options)
    expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined()
    for (const found of parse(text, options))
      expect((found as { readonly polluted?: unknown }).polluted).toBeUndefined()
    fc.assert(
      fc.property(hostile, (any) => {
        parse(any, options)
        expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined()
      }),
    )
  })

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(ledgerEntries, (entries) => {
        expect(merge(parse(serialize(entries), options))).toEqual(merge(entries))
      }),
      { numRuns: 1000 },
    )
  })

  it('reads every bare list that passes the gate', () => {
    const codes = fc.array(fc.stringMatching(/^[A-Za-z0-9][\w.-]{0,63}$/), { maxLength: 8 })
    fc.assert(
      fc.property(codes, (list) => {
        const found = { source: 'found', grantedAt: 0, expiresAt: NOON + options.ttl } as const
        expect(parse(list.join(), options)).toEqual(list.map((code) => entry({ code, ...found })))
      }),
    )
  })
})

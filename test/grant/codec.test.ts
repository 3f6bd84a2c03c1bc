import { describe, expect, it } from 'vitest'

import { parse, serialize } from '../../src/grant/codec.js'
import { merge } from '../../src/grant/merge.js'
import { createGate } from '../../src/landing/gate.js'
import { DAY } from '../../src/names.js'
import { entry, NOON } from '../support/entry.js'

const TTL = 30 * DAY
const read = (text: string, now = NOON) => parse(text, { gate: createGate(), now, ttl: TTL })
const written = (...grants: readonly unknown[]) => JSON.stringify({ v: 1, grants })

describe('serialize() and parse()', () => {
  it('give back what was written', () => {
    const entries = [
      entry({ code: 'sAvE10', source: 'shopper', grantedAt: NOON - DAY, told: 1 }),
      entry({ code: 'B', status: 'consumed', rev: 3, order: '1001', reason: 'UNKNOWN' }),
    ]
    expect(merge(read(serialize(entries)))).toEqual(entries)
  })

  it('write the same text in whatever order an entry was put together', () => {
    const { code, rev, status, ...others } = entry({ cart: 'c1', reason: 'UNKNOWN' })
    expect(serialize([{ status, rev, ...others, code }])).toBe(
      serialize(read(serialize([{ code, ...others, status, rev }]))),
    )
  })

  it('write nothing for nothing', () => {
    expect(serialize([])).toBe('')
    expect(read('')).toEqual([])
  })

  it('keep the newest eight', () => {
    const nine = Array.from({ length: 9 }, (_, at) => entry({ code: 'C' + at }))
    expect(read(serialize(nine))).toEqual(nine.slice(1))
  })

  it('keep a grant in force before any number of ended ones', () => {
    const live = entry({ grantedAt: NOON - DAY })
    const ended = Array.from({ length: 9 }, (_, at) => entry({ code: 'C' + at, status: 'removed' }))
    const kept = merge(read(serialize([live, ...ended])))
    expect(kept).toEqual([live, ...ended.slice(2)])
  })

  it('stay below the 4,096 bytes of a cookie', () => {
    const longest = Array.from({ length: 8 }, (_, at) =>
      entry({
        code: at + 'C'.repeat(63),
        source: 'alternative',
        status: 'consumed',
        reason: 'DISCOUNT_CUSTOMER_NOT_ELIGIBLE',
        rev: 12,
        told: 2,
        order: '6123456789012',
      }),
    )
    const cookie = encodeURIComponent(serialize(longest)).replace(/%(2[346B]|5E|60|7C)/g, '_')
    expect('cc_discount_code='.length + cookie.length).toBeLessThan(4096)
  })
})

describe('parse() of a record', () => {
  it('lets no grant last longer than the days allow from now', () => {
    const skewed = entry({ grantedAt: NOON - DAY, expiresAt: NOON + 3650 * DAY })
    expect(read(written(skewed))).toEqual([{ ...skewed, expiresAt: NOON + TTL }])
  })

  it('keeps an end that is nearer', () => {
    const near = entry({ grantedAt: NOON - DAY, expiresAt: NOON + 1 })
    expect(read(written(near))).toEqual([near])
  })

  it('ignores what a clock years ahead wrote, and forgives five minutes', () => {
    expect(read(written(entry()), NOON - 3650 * DAY)).toEqual([])
    expect(read(written(entry()), NOON - 300_001)).toEqual([])
    expect(read(written(entry()), NOON - 300_000)).toHaveLength(1)
  })

  it('has what a clock years behind wrote end by its own time', () => {
    const old = entry({ grantedAt: NOON - 3650 * DAY })
    expect(read(written(old))).toEqual([old])
    expect(old.expiresAt).toBeLessThan(NOON)
  })

  it('reads no more than a cart can take', () => {
    const nine = Array.from({ length: 9 }, (_, at) => entry({ code: 'C' + at }))
    expect(read(written(...nine))).toEqual(nine.slice(0, 8))
  })

  it.each(['held', 'applied', 'waiting', 'rejected', 'expired', 'removed', 'consumed'] as const)(
    'takes over what is %s',
    (status) => {
      expect(read(written(entry({ status })))).toEqual([entry({ status })])
    },
  )

  it.each(['link', 'shopper', 'found', 'alternative'] as const)(
    'takes over what has %s for its source',
    (source) => {
      expect(read(written(entry({ source })))).toEqual([entry({ source })])
    },
  )

  it('drops the lines that cannot be grants and keeps the others', () => {
    const lines = [null, 7, 'SAVE10', [], { code: 'A' }, { code: '<b>' }, { ...entry(), code: 1 }]
    expect(read(written(...lines, entry({ code: 'B' })))).toEqual([entry({ code: 'B' })])
  })

  it('drops the lines whose fields are not what they should be', () => {
    const wrong = [
      { status: 'ready' },
      { status: 'xheldx' },
      { source: 'evil' },
      { rev: 'x' },
      { rev: null },
      { grantedAt: null },
      { grantedAt: String(NOON) },
      { grantedAt: [] },
      { expiresAt: null },
      { expiresAt: '9e99' },
    ]
    for (const changes of wrong) expect(read(written({ ...entry(), ...changes }))).toEqual([])
  })

  it('takes over known fields alone', () => {
    const text = `{"v":1,"grants":[{"__proto__":{"told":9},"more":"${'x'.repeat(2 ** 20)}",${written(entry()).slice(18)}`
    expect(read(text)).toEqual([entry()])
    expect(serialize(read(text))).toBe(written(entry()))
  })

  it('ignores a record of a later version and one without a list', () => {
    expect(read(JSON.stringify({ v: 2, grants: [entry()] }))).toEqual([])
    expect(read(JSON.stringify({ v: 1, grants: { 0: entry() } }))).toEqual([])
    expect(read(JSON.stringify({ grants: [entry()] }))).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'

import { parse, serialize } from '../../src/grant/codec.js'
import type { Entry } from '../../src/grant/entry.js'
import { merge } from '../../src/grant/merge.js'
import { createGate } from '../../src/landing/gate.js'
import { DAY } from '../../src/names.js'
import { entry, NOON } from '../support/entry.js'

const SEED = 'abcdefghijklmnop'
const TOKEN = 'head.body.signature'

const read = (text: string) => parse(text, { gate: createGate(), now: NOON, ttl: 30 * DAY })
const written = (changes: object) =>
  JSON.stringify({ v: 1, grants: [{ ...promised(), ...changes }] })

/** What a link promised, before its code is made. */
const promised = (changes: Partial<Entry> = {}): Entry =>
  entry({ code: '', promise: { discount: 'ANNA20' }, seed: SEED, ...changes })
const made = { code: 'ANNA20-X7', endsAt: NOON + DAY, checkout: 'c1' }

describe('a promise', () => {
  it.each([
    ['of a word', promised()],
    ['of a token and a ref', promised({ promise: { token: TOKEN, ref: 'anna' } })],
    ['whose code was made', promised(made)],
    ['whose code is over', promised({ ...made, stale: true })],
    ['with the longest seed', promised({ seed: 'a'.repeat(40) })],
  ])('%s comes back as it was written', (_, kept) => {
    expect(read(serialize([kept]))).toEqual([kept])
  })

  it.each<[string, object]>([
    ['is no object', { promise: 'ANNA20' }],
    ['is null', { promise: null }],
    ['says nothing', { promise: {} }],
    ['says nothing that may enter', { promise: { discount: '<b>', ref: 7, token: 'x' } }],
    ['has no seed', { seed: undefined }],
    ['has a seed that can be guessed', { seed: SEED.slice(1) }],
    ['has a seed that is too long', { seed: 'a'.repeat(41) }],
    ['has a seed that begins with something else', { seed: '<' + SEED }],
    ['has a seed that ends with something else', { seed: SEED + '>' }],
    ['has a code that is none', { ...made, code: '<b>' }],
    ['has a code without an end', { ...made, endsAt: undefined }],
    ['has a code that no one made, with an end', { code: undefined, endsAt: NOON }],
  ])('that %s is not read', (_, changes) => {
    expect(read(written(changes))).toEqual([])
  })

  it('is read without the parts of it that may not enter', () => {
    const promise = { discount: 'ANNA20', ref: '<b>', token: 'none', more: 'x' }
    expect(read(written({ promise }))).toEqual([promised()])
  })

  it('is not made up for a plain code', () => {
    expect(read(serialize([entry()]))[0]).not.toHaveProperty('promise')
  })
})

describe('merge() of promises', () => {
  const newer = { grantedAt: NOON + 1 }

  it.each<[string, Entry['promise'], Entry['promise']]>([
    ['a word', { discount: 'ANNA20' }, { discount: 'anna20', ref: 'anna' }],
    ['a token', { token: TOKEN }, { token: TOKEN, ref: 'anna' }],
    ['a ref', { ref: 'anna' }, { ref: 'Anna' }],
  ])('knows %s again, whatever code was made of it', (_, one, other) => {
    const again = promised({ ...newer, promise: other })
    expect(merge([promised({ ...made, promise: one })], [again])).toEqual([again])
  })

  it('keeps those apart that say different things, whatever signs a shop lets in', () => {
    const plain = [{ discount: 'anna' }, { ref: 'anna' }, { token: 'anna' }]
    const odd = [{ discount: 'ref=anna' }, { token: 'ref=anna' }, { ref: 'token=anna' }]
    const all = [...plain, ...odd].map((promise) => promised({ promise }))
    const codes = [entry({ code: 'anna' }), entry({ code: 'discount=anna' })]
    expect(merge(all, codes)).toHaveLength(8)
  })
})

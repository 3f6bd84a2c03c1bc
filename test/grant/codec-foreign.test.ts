import { describe, expect, it } from 'vitest'

import { isNewer, parse } from '../../src/grant/codec.js'
import { createGate } from '../../src/landing/gate.js'
import { DAY, MOST_CODES } from '../../src/names.js'
import { NOON } from '../support/entry.js'

const TTL = 30 * DAY
const read = (text: string) => parse(text, { gate: createGate(), now: NOON, ttl: TTL })

describe('parse() of foreign text', () => {
  const undated = { source: 'found', status: 'held', grantedAt: 0, expiresAt: NOON + TTL, rev: 0 }

  it('takes a bare code and a bare list, undated, in their own spelling', () => {
    expect(read('CREATOR20')).toEqual([{ code: 'CREATOR20', ...undated }])
    expect(read(' a , B')).toEqual([
      { code: 'a', ...undated },
      { code: 'B', ...undated },
    ])
  })

  it('takes a code beside text that looks like a record, and one that contains a word of scripts', () => {
    for (const code of ['SAVE10', 'nullnull', 'undefined2'])
      expect(read(code + ',{x}')).toEqual([{ code, ...undated }])
    expect(read('xnull')).toEqual([{ code: 'xnull', ...undated }])
    expect(read('nullx')).toEqual([{ code: 'nullx', ...undated }])
  })

  it('passes bare text through the gate', () => {
    expect(read('<b>,SAVE10,25%,é')).toEqual([{ code: 'SAVE10', ...undated }])
  })

  it.each([
    '{',
    '{}',
    '[]',
    '[1,2]',
    '"SAVE10"',
    '{"v":1}',
    '{"v":1,"grants":[',
    '\0',
    '=',
    '{"a":1}',
  ])('finds nothing in %s', (text) => {
    expect(read(text)).toEqual([])
  })

  it.each([
    '{"v":2,"grants":[10,20,30]}',
    '{"v":2,"note":"a,SAVE20,b"}',
    '{"v":1,"x":[1,2,3]}',
    '[1,2,3]',
    '["A","B","C"]',
    '{"a":1,SAVE20,"b":2}',
  ])('takes no piece of %s for a code', (text) => {
    expect(read(text)).toEqual([])
  })

  it.each(['null', 'undefined'])('finds nothing in the word %s, which scripts leave', (text) => {
    expect(read(text)).toEqual([])
  })

  it('reads no more of a bare list than a cart can take', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => 'C' + at)
    expect(read(many.join()).map(({ code }) => code)).toEqual(many.slice(0, MOST_CODES))
  })

  it('finds nothing in 5 MB that are no code', () => {
    expect(read('x'.repeat(5 * 2 ** 20))).toEqual([])
  })
})

describe('isNewer()', () => {
  it.each(['{"v":2}', '{"v":2,"grants":[]}', '{"v":"3"}', '{"v":1.5}'])('knows %s', (text) => {
    expect(isNewer(text)).toBe(true)
  })

  it.each(['', 'SAVE10', '2', '[2]', '{', '{}', '{"v":1,"grants":[]}', '{"v":"x"}', '{"v":null}'])(
    'lets %s be overwritten',
    (text) => {
      expect(isNewer(text)).toBe(false)
    },
  )

  it.each(['{"v":{"toString":false}}', '{"v":[{"toString":false,"valueOf":1}]}', '{"v":{}}'])(
    'answers for %s, which is no version',
    (text) => {
      expect(isNewer(text)).toBe(false)
    },
  )
})

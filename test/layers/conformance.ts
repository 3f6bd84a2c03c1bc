import { expect, it } from 'vitest'

import type { Kept, Layer } from '../../src/layers/layer.js'
import { DAY, DISCOUNT_KEY, REF_KEY } from '../../src/names.js'

/** Where a layer keeps things, as the tests and other scripts see it. */
export interface Place {
  readonly layer: Layer
  /** What is written here by whoever wants to. */
  readonly read: (key: string) => string | null | undefined
  readonly write: (key: string, text: string) => void
  /** Has what was kept arrive, where that takes a request. */
  readonly settle?: () => void
  /** What of a record is to be read back. @default its text */
  readonly shows?: (kept: Kept) => string
}

const kept = (key: string, codes: readonly string[]): Kept => ({
  key,
  codes,
  text: codes.length ? JSON.stringify({ v: 1, grants: codes.map((code) => ({ code })) }) : '',
  // within the 400 days that browsers keep a cookie
  expiresAt: Date.now() + 30 * DAY,
})

/** What every layer promises, as test cases; `open` gives an empty one. */
export const conformsToLayer = (open: () => Place): void => {
  const openPlace = () => {
    const place = open()
    const { layer, settle = () => undefined, shows = ({ text }) => text } = place
    const keep = (key: string, codes: readonly string[]) => {
      const record = kept(key, codes)
      const answer = layer.write(record)
      settle()
      return { answer, shown: shows(record) }
    }
    const text = (key: string) => layer.read(key) ?? ''
    return { ...place, keep, text }
  }

  it('layer has a name and says how long it can be counted on', () => {
    const { layer } = openPlace()
    expect(layer.name).toMatch(/^[a-z][a-z-]*$/)
    expect(['server', 'browser', 'session', 'memory']).toContain(layer.durability)
  })

  it('layer holds nothing at first', () => {
    const { text } = openPlace()
    expect([text(DISCOUNT_KEY), text(REF_KEY)]).toEqual(['', ''])
  })

  it('layer reads back what it kept, and the latest of it', () => {
    const { keep, text } = openPlace()
    for (const codes of [['SAVE10'], ['B', 'sAvE10'], ['C']]) {
      const { shown } = keep(DISCOUNT_KEY, codes)
      expect(shown).toContain(codes[0])
      expect(text(DISCOUNT_KEY)).toBe(shown)
    }
  })

  it('layer reads back signs that have a meaning elsewhere', () => {
    const { keep, text } = openPlace()
    const { shown } = keep(DISCOUNT_KEY, ['25%OFF', 'A;B=C', '%41+&', '"\\"', "'[](){}<>|^`~"])
    expect(text(DISCOUNT_KEY)).toBe(shown)
  })

  it('layer answers that it kept what it was asked to keep a second time', () => {
    const { keep } = openPlace()
    keep(DISCOUNT_KEY, ['SAVE10'])
    expect(keep(DISCOUNT_KEY, ['SAVE10']).answer).not.toBe(false)
  })

  it('layer forgets, and forgets what it never kept', () => {
    const { keep, text } = openPlace()
    keep(DISCOUNT_KEY, [])
    expect(text(DISCOUNT_KEY)).toBe('')
    keep(DISCOUNT_KEY, ['SAVE10'])
    keep(DISCOUNT_KEY, [])
    expect(text(DISCOUNT_KEY)).toBe('')
  })

  it('layer keeps two records apart', () => {
    const { keep, text } = openPlace()
    const discount = keep(DISCOUNT_KEY, ['SAVE10']).shown
    const ref = keep(REF_KEY, ['jane']).shown
    expect([text(DISCOUNT_KEY), text(REF_KEY)]).toEqual([discount, ref])
    keep(DISCOUNT_KEY, [])
    expect([text(DISCOUNT_KEY), text(REF_KEY)]).toEqual(['', ref])
  })

  it('layer reads what another script wrote, as it is', () => {
    const { keep, text, write } = openPlace()
    write(DISCOUNT_KEY, 'CREATOR20')
    expect(text(DISCOUNT_KEY)).toBe('CREATOR20')
    const { shown } = keep(DISCOUNT_KEY, ['SAVE10'])
    expect(text(DISCOUNT_KEY)).toBe(shown)
  })

  it('layer leaves the values of others alone', () => {
    const { keep, read, write } = openPlace()
    write('theirs', 'gift')
    keep(DISCOUNT_KEY, ['SAVE10'])
    keep(REF_KEY, ['jane'])
    keep(DISCOUNT_KEY, [])
    expect(read('theirs')).toBe('gift')
  })
}

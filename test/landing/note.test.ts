// @vitest-environment jsdom
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'

import { takeNote } from '../../src/landing/take-note.js'
import { writeNote } from '../../src/landing/write-note.js'

const KEY = 'cc_discount_landing'

afterEach(() => localStorage.clear())

describe('the note of a landing', () => {
  it('holds what the URL says of codes, and no more', () => {
    writeNote('https://shop.test/a?x=1&discount=A,B&ref=jane&discount=C', ['discount'], 5)
    expect(localStorage.getItem(KEY)).toBe('[5,"A,B","C"]')
    expect(takeNote()).toEqual({ at: 5, codes: ['A', 'B', 'C'] })
  })

  it('can be taken once', () => {
    writeNote('https://shop.test/?discount=A', ['discount'], 5)
    takeNote()
    expect(takeNote()).toBeUndefined()
  })

  it.each(['https://shop.test/', 'https://shop.test/?discount=', 'https://shop.test/?ref=jane'])(
    'is not written for %s',
    (url) => {
      writeNote(url, ['discount'], 5)
      expect(localStorage).toHaveLength(0)
    },
  )

  it('of a hostile link holds as many codes as any cart takes', () => {
    const url =
      'https://shop.test/?discount=' + Array.from({ length: 99 }, (_, at) => `A${at}`).join()
    writeNote(url, ['discount'], 5)
    expect(takeNote()?.codes).toHaveLength(8)
  })

  it('is forgotten, whatever is in it, and never throws', () => {
    const texts = fc.oneof(fc.string(), fc.json(), fc.constant('["x","A"]'), fc.constant('{}'))
    fc.assert(
      fc.property(texts, (text) => {
        localStorage.setItem(KEY, text)
        const { at, codes } = takeNote() ?? { at: 0, codes: [] }
        expect([typeof at, ...codes.map((code) => typeof code)]).toEqual([
          'number',
          ...codes.map(() => 'string'),
        ])
        expect(localStorage.getItem(KEY) ?? '').toBe('')
      }),
    )
  })
})

// @vitest-environment jsdom
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { takeNotes } from '../../src/landing/take-notes.js'
import { writeNote } from '../../src/landing/write-note.js'

const KEY = 'cc_discount_landing'

afterEach(() => localStorage.clear())

describe('the note of a landing', () => {
  it('holds what the URL says of codes, and no more', () => {
    writeNote('https://shop.test/a?x=1&discount=A,B&ref=jane&discount=C', ['discount'], 5)
    expect(localStorage.getItem(KEY)).toBe('[[5,"A,B,C"]]')
    expect(takeNotes()).toEqual([{ at: 5, codes: ['A', 'B', 'C'] }])
  })

  it('can be taken once', () => {
    writeNote('https://shop.test/?discount=A', ['discount'], 5)
    takeNotes()
    expect(takeNotes()).toEqual([])
  })

  it.each(['https://shop.test/', 'https://shop.test/?discount=', 'https://shop.test/?ref=jane'])(
    'is not written for %s',
    (url) => {
      expect(writeNote(url, ['discount'], 5)).toBe('')
      expect(localStorage).toHaveLength(0)
    },
  )

  it('leaves out what is empty, and takes the place of what is no list', () => {
    localStorage.setItem(KEY, '{}')
    const url = 'https://shop.test/?discount=&discount=A,%20B&discount='
    expect(writeNote(url, ['discount'], 5)).toBe('[5,"A, B"]')
    expect(localStorage.getItem(KEY)).toBe('[[5,"A, B"]]')
    expect(takeNotes()).toEqual([{ at: 5, codes: ['A', 'B'] }])
  })

  it('is taken beside others that make no sense', () => {
    localStorage.setItem(KEY, '[["x","A"],[1],null,[6,7],[5,"B"]]')
    expect(takeNotes()).toEqual([{ at: 5, codes: ['B'] }])
  })

  it('costs no write where there is none', () => {
    const remove = vi.spyOn(Storage.prototype, 'removeItem')
    expect(takeNotes()).toEqual([])
    expect(remove).not.toHaveBeenCalled()
  })

  it('stays beside the next one, and is told apart from the own note of a page', () => {
    writeNote('https://shop.test/?discount=A', ['discount'], 5)
    const own = writeNote('https://shop.test/?discount=B', ['discount'], 6)
    expect(takeNotes(own)).toEqual([{ at: 5, codes: ['A'] }])
  })

  it('does not grow without end', () => {
    for (let at = 0; at < 9; at++)
      writeNote('https://shop.test/?discount=' + 'A'.repeat(99_999), ['discount'], at)
    expect(localStorage.getItem(KEY)?.length).toBeLessThan(2000)
    expect(takeNotes()).toHaveLength(3)
  })

  it('of a hostile link holds as many codes as any cart takes', () => {
    const url =
      'https://shop.test/?discount=' + Array.from({ length: 99 }, (_, at) => `A${at}`).join()
    writeNote(url, ['discount'], 5)
    expect(takeNotes()[0]?.codes).toHaveLength(8)
  })

  it('is forgotten, whatever is in it, and never throws', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constant('[["x","A"],[1]]'),
      fc.constant('[[1,"A"],null]'),
    )
    fc.assert(
      fc.property(texts, (text) => {
        localStorage.setItem(KEY, text)
        for (const { at, codes } of takeNotes())
          expect([typeof at, ...codes.map((code) => typeof code)]).toEqual([
            'number',
            ...codes.map(() => 'string'),
          ])
        expect(localStorage.getItem(KEY) ?? '').toBe('')
      }),
    )
  })
})

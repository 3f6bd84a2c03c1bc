import { describe, expect, it } from 'vitest'

import { DAY, DISCOUNT_KEY as key } from '../../src/names.js'
import { entry, NOON } from '../support/entry.js'
import { createPlace, openLedger } from '../support/open-ledger.js'

/** A ledger over places that hold these texts, after its first look at them. */
const open = (...texts: readonly string[]) => {
  const places = texts.map((text, at) =>
    createPlace('place-' + at, new Map(text ? [[key, text]] : [])),
  )
  const ledger = openLedger({ layers: places.map(({ layer }) => layer) })
  ledger.sync()
  return { ...ledger, held: () => places.map(({ texts: kept }) => kept.get(key) ?? '') }
}
const record = (...grants: readonly unknown[]) => JSON.stringify({ v: 1, grants })

describe('createLedger() and another script’s bare code', () => {
  it('takes it up as found today, and dates it in every layer', () => {
    const { all, held, told } = open('CREATOR20', '')
    const found = all()[0]
    expect(all()).toEqual([entry({ code: 'CREATOR20', source: 'found' })])
    expect(told).toEqual(['CREATOR20 held'])
    expect(held()).toEqual([record(found), record(found)])
  })

  it('leaves it out while a dated promise is held, and writes over it', () => {
    const { codes, held } = open('CREATOR20', record(entry()))
    expect(codes()).toEqual(['SAVE10'])
    expect(held()).toEqual([record(entry()), record(entry())])
  })

  it('knows its own code again, without a new date', () => {
    const old = entry({ grantedAt: NOON - DAY })
    expect(open('save10', record(old)).all()).toEqual([old])
  })

  it('leaves it out where the shopper took the code off', () => {
    const removed = entry({ status: 'removed', rev: 1 })
    expect(open('SAVE10', record(removed)).all()).toEqual([removed])
  })

  it('takes up another one where only ended grants are held', () => {
    const removed = entry({ status: 'removed', rev: 1 })
    expect(open('CREATOR20', record(removed)).codes()).toEqual(['CREATOR20'])
  })

  it.each(['<b>', 'two words', '{', '\0', '{}', '%%%', '🎁'])('leaves %s where it is', (text) => {
    const { all, held } = open(text)
    expect(all()).toEqual([])
    expect(held()).toEqual([text])
  })

  it('writes over garbage once there is something to keep', () => {
    const { held, land } = open('<b>')
    land()
    expect(held()).toEqual([record(entry())])
  })

  it('is not held up by 5 MB of garbage', () => {
    const { codes, held, land } = open('x'.repeat(5 * 2 ** 20), '')
    land()
    expect(codes()).toEqual(['SAVE10'])
    expect(held()[1]).toBe(record(entry()))
  })
})

describe('createLedger() and records it cannot vouch for', () => {
  const newer = '{"v":2,"promises":{"SAVE20":{"since":"2027-01-15"}}}'

  it('leaves a record of a later version alone, whatever is kept elsewhere', () => {
    const { codes, held, land, sync } = open(newer, '')
    expect(codes()).toEqual([])
    land()
    expect(held()).toEqual([newer, record(entry())])
    sync(() => [])
    expect(held()).toEqual([newer, ''])
  })

  it('says that it does not keep what a later version’s layer holds', () => {
    const place = createPlace('place', new Map([[key, newer]]))
    const { keeps, land } = openLedger({ layers: [place.layer] })
    land()
    expect(keeps(place.layer)).toBe(false)
  })

  it('leaves a record from the future alone while it has none of its own', () => {
    const future = record(entry({ grantedAt: NOON + DAY }))
    const { all, held } = open(future)
    expect(all()).toEqual([])
    expect(held()).toEqual([future])
  })

  it('takes a grant that would outlast its days for one of 30 days', () => {
    const { all } = open(record(entry({ expiresAt: NOON + 3650 * DAY })))
    expect(all()).toEqual([entry()])
  })
})

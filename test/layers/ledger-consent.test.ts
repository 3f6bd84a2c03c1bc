import { describe, expect, it } from 'vitest'

import { DAY, DISCOUNT_KEY as key } from '../../src/names.js'
import { entry } from '../support/entry.js'
import { createClock, createPlace, openLedger } from '../support/open-ledger.js'

const open = (first: boolean | undefined, kept = '') => {
  const consent = { given: first }
  const clock = createClock()
  const place = createPlace('place', new Map(kept ? [[key, kept]] : []))
  const view = () =>
    openLedger({ layers: [place.layer], now: clock.now, allowed: () => consent.given })
  return { ...view(), ...place, clock, consent, view }
}
const record = JSON.stringify({ v: 1, grants: [entry()] })

describe('createLedger() under consent', () => {
  it('keeps to memory while nobody has answered, and touches no layer', () => {
    const { asked, codes, land, sync } = open(undefined, record)
    sync()
    expect(codes()).toEqual([])
    land({ code: 'NEW' })
    sync()
    expect(codes()).toEqual(['NEW'])
    expect(asked).toEqual({ reads: 0, writes: 0 })
  })

  it('writes it with its first date once consent is given', () => {
    const { clock, consent, land, sync, texts } = open(undefined)
    land()
    clock.time += DAY
    consent.given = true
    sync()
    expect(texts.get(key)).toBe(record)
  })

  it('takes up what an earlier visit kept once consent is given', () => {
    const { all, consent, land, sync } = open(undefined, record)
    land({ grantedAt: entry().grantedAt - DAY })
    consent.given = true
    sync()
    expect(all()).toEqual([entry()])
  })

  it('purges the layers and the memory when consent is taken back', () => {
    const { consent, land, sync, texts, all, view } = open(true)
    land()
    consent.given = false
    sync()
    expect([...texts]).toEqual([])
    expect(all()).toEqual([])
    consent.given = true
    sync()
    expect(all()).toEqual([])
    expect(view().all()).toEqual([])
  })

  it('forgets what it kept in memory once the shopper answered no', () => {
    const { all, consent, land, sync } = open(undefined)
    land()
    consent.given = false
    sync()
    expect(all()).toEqual([])
  })

  it('purges what an earlier visit kept where consent is denied from the start', () => {
    const { codes, sync, texts } = open(false, record)
    sync()
    expect([...texts]).toEqual([])
    expect(codes()).toEqual([])
  })

  it('writes nothing while consent is denied', () => {
    const { asked, land, sync, texts } = open(false)
    land()
    sync()
    expect(asked.writes).toBe(0)
    expect([...texts]).toEqual([])
  })

  it('leaves what is not its own where consent is denied', () => {
    const { sync, texts } = open(false, '{"v":2}')
    sync()
    expect(texts.get(key)).toBe('{"v":2}')
  })

  it('remembers that it purged, and only that', () => {
    const isPurged = (answer: boolean | undefined, kept: string) => {
      const { purged, sync } = open(answer, kept)
      sync()
      sync()
      return purged()
    }
    expect(isPurged(false, record)).toBe(true)
    expect(isPurged(false, '')).toBe(false)
    expect(isPurged(false, '{"v":2}')).toBe(false)
    expect(isPurged(true, record)).toBe(false)
    expect(isPurged(undefined, record)).toBe(false)
  })

  it('waits for an answer where an earlier visit kept something, and only then', () => {
    expect(open(undefined, record).waits()).toBe(true)
    expect(open(undefined).waits()).toBe(false)
    expect(open(true, record).waits()).toBe(false)
    expect(open(false, record).waits()).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'

import { DAY, DISCOUNT_KEY as key, HOUR } from '../../src/names.js'
import { entry, NOON } from '../support/entry.js'
import { createClock, createPlace, openLedger } from '../support/open-ledger.js'

/** Two places and a clock, shared by every page view on them. */
const open = () => {
  const [one, two] = [createPlace('one'), createPlace('two')]
  const clock = createClock()
  const { now } = clock
  const layers = [one.layer, two.layer]
  const view = (sliding = false) => {
    const ledger = openLedger({ layers, now, sliding })
    ledger.sync()
    return ledger
  }
  return { clock, one, two, view }
}

describe('createLedger()', () => {
  it('keeps a grant in every layer for the next page view', () => {
    const { one, two, view } = open()
    view().land()
    expect(one.texts.get(key)).toBe(two.texts.get(key))
    expect(view().all()).toEqual([entry()])
  })

  it('tells a grant once, then each new status', () => {
    const { view } = open()
    const page = view()
    page.land()
    page.sync()
    page.mark('SAVE10', { status: 'applied' })
    page.mark('SAVE10', { status: 'applied', cart: 'c1' })
    page.mark('SAVE10', { status: 'waiting' })
    expect(page.told).toEqual(['SAVE10 held', 'SAVE10 applied', 'SAVE10 waiting'])
  })

  it('writes nothing where nothing changed', () => {
    const { one, view } = open()
    view().land()
    const { writes } = one.asked
    const page = view()
    page.sync()
    page.sync((entries) => [...entries])
    expect(one.asked.writes).toBe(writes)
  })

  it('brings a cleared layer back from the one that is left', () => {
    const { one, two, view } = open()
    view().land()
    one.texts.clear()
    expect(view().codes()).toEqual(['SAVE10'])
    expect(one.texts.get(key)).toBe(two.texts.get(key))
  })

  it('believes the layer that knows most', () => {
    const { one, view } = open()
    view().land()
    const before = one.texts.get(key) ?? ''
    view().mark('SAVE10', { status: 'removed' })
    one.texts.set(key, before)
    expect(view().all()).toEqual([entry({ status: 'removed', rev: 1 })])
  })

  it('keeps what it was last asked to keep, as far as it knows', () => {
    const { one, view } = open()
    const page = view()
    page.land()
    expect(page.keeps(one.layer)).toBe(true)
    expect(page.keeps(createPlace().layer)).toBe(false)
  })
})

describe('createLedger() in time', () => {
  it('keeps the first end on day 29 although local storage was cleared', () => {
    const { clock, one, view } = open()
    view().land()
    clock.time += 29 * DAY
    one.texts.clear()
    expect(view().all()).toEqual([entry()])
    expect(one.texts.get(key)).toContain(String(NOON + 30 * DAY))
  })

  it('ends a grant after 30 days and 1 ms, tells it once and clears every layer', () => {
    const { clock, one, two, view } = open()
    view().land()
    clock.time += 30 * DAY + 1
    const page = view()
    page.sync()
    expect(page.told).toEqual(['SAVE10 expired'])
    expect(page.all()).toEqual([])
    expect([...one.texts, ...two.texts]).toEqual([])
    expect(view().told).toEqual([])
  })

  it('ends a grant on the page that saw it come', () => {
    const { clock, one, view } = open()
    const page = view()
    page.land()
    clock.time += 30 * DAY - 1
    page.sync()
    expect(page.codes()).toEqual(['SAVE10'])
    clock.time += 1
    page.sync()
    page.sync()
    expect(page.told).toEqual(['SAVE10 held', 'SAVE10 expired'])
    expect([...one.texts]).toEqual([])
  })

  it('remembers what ended early until its days are over, and no longer', () => {
    const { clock, one, view } = open()
    view().land()
    view().mark('SAVE10', { status: 'removed' })
    clock.time += 30 * DAY - 1
    expect(view().all()).toHaveLength(1)
    clock.time += 1
    expect(view().all()).toEqual([])
    expect([...one.texts]).toEqual([])
  })

  it('remembers an ended code for as long as a cart holds it', () => {
    const { clock, view } = open()
    view().land()
    view().mark('SAVE10', { cart: 'c1' })
    clock.time += 31 * DAY
    expect(view().told).toEqual(['SAVE10 expired'])
    expect(view().all()).toHaveLength(1)
    view().mark('SAVE10', { cart: undefined })
    expect(view().all()).toEqual([])
  })

  it('renews the days on each visit where they slide, once a day', () => {
    const { clock, one, view } = open()
    view(true).land()
    clock.time += 20 * HOUR
    const { writes } = one.asked
    view(true)
    expect(one.asked.writes).toBe(writes)
    clock.time += 6 * DAY
    expect(view(true).all()).toEqual([entry({ rev: 1, expiresAt: clock.time + 30 * DAY })])
  })

  it('renews a life of a single day as well', () => {
    const { clock, one } = open()
    const view = () => openLedger({ layers: [one.layer], now: clock.now, ttl: DAY, sliding: true })
    view().land({ expiresAt: NOON + DAY })
    clock.time += 12 * HOUR
    const page = view()
    page.sync()
    expect(page.all()).toEqual([entry({ rev: 1, expiresAt: clock.time + DAY })])
  })

  it('never renews the days of what is over', () => {
    const { clock, view } = open()
    view(true).land()
    view(true).mark('SAVE10', { status: 'removed' })
    clock.time += 29 * DAY
    expect(view(true).all()).toEqual([entry({ rev: 1, status: 'removed' })])
  })

  it('keeps 30 days although the clock jumps back ten years', () => {
    const { clock, one, view } = open()
    clock.time += 3650 * DAY
    view().land({ grantedAt: clock.time })
    const ahead = one.texts.get(key)
    clock.time = NOON
    expect(view().all()).toEqual([])
    expect(one.texts.get(key)).toBe(ahead)
  })

  it('ends a grant when the clock jumps ten years forward', () => {
    const { clock, view } = open()
    const page = view()
    page.land()
    clock.time += 3650 * DAY
    page.sync()
    expect(page.told).toEqual(['SAVE10 held', 'SAVE10 expired'])
    expect(view().all()).toEqual([])
  })
})

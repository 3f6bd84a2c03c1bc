import { describe, expect, it } from 'vitest'

import { DAY, DISCOUNT_KEY as key, HOUR } from '../../src/names.js'
import { entry, NOON } from '../support/entry.js'
import { openLedger } from '../support/open-ledger.js'
import { openViews } from '../support/open-views.js'

describe('createLedger() in time', () => {
  it('keeps the first end on day 29 although local storage was cleared', () => {
    const { clock, one, view } = openViews()
    view().land()
    clock.time += 29 * DAY
    one.texts.clear()
    expect(view().all()).toEqual([entry()])
    expect(one.texts.get(key)).toContain(String(NOON + 30 * DAY))
  })

  it('ends a grant after 30 days and 1 ms, tells it once and clears every layer', () => {
    const { clock, one, two, view } = openViews()
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
    const { clock, one, view } = openViews()
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
    const { clock, one, view } = openViews()
    view().land()
    view().mark('SAVE10', { status: 'removed' })
    clock.time += 30 * DAY - 1
    expect(view().all()).toHaveLength(1)
    clock.time += 1
    expect(view().all()).toEqual([])
    expect([...one.texts]).toEqual([])
  })

  it('remembers an ended code for as long as a cart holds it', () => {
    const { clock, view } = openViews()
    view().land()
    view().mark('SAVE10', { cart: 'c1' })
    clock.time += 31 * DAY
    expect(view().told).toEqual(['SAVE10 expired'])
    expect(view().all()).toHaveLength(1)
    view().mark('SAVE10', { cart: undefined })
    expect(view().all()).toEqual([])
  })

  it('renews the days on each visit where they slide, once a day', () => {
    const { clock, one, view } = openViews()
    view(true).land()
    clock.time += 20 * HOUR
    const { writes } = one.asked
    view(true)
    expect(one.asked.writes).toBe(writes)
    clock.time += 6 * DAY
    expect(view(true).all()).toEqual([entry({ rev: 1, expiresAt: clock.time + 30 * DAY })])
  })

  it('renews a life of a single day as well', () => {
    const { clock, one } = openViews()
    const view = () => openLedger({ layers: [one.layer], now: clock.now, ttl: DAY, sliding: true })
    view().land({ expiresAt: NOON + DAY })
    clock.time += 12 * HOUR
    const page = view()
    page.sync()
    expect(page.all()).toEqual([entry({ rev: 1, expiresAt: clock.time + DAY })])
  })

  it('never renews the days of what is over', () => {
    const { clock, view } = openViews()
    view(true).land()
    view(true).mark('SAVE10', { status: 'removed' })
    clock.time += 29 * DAY
    expect(view(true).all()).toEqual([entry({ rev: 1, status: 'removed' })])
  })

  it('keeps 30 days although the clock jumps back ten years', () => {
    const { clock, one, view } = openViews()
    clock.time += 3650 * DAY
    view().land({ grantedAt: clock.time })
    const ahead = one.texts.get(key)
    clock.time = NOON
    expect(view().all()).toEqual([])
    expect(one.texts.get(key)).toBe(ahead)
  })

  it('ends a grant when the clock jumps ten years forward', () => {
    const { clock, view } = openViews()
    const page = view()
    page.land()
    clock.time += 3650 * DAY
    page.sync()
    expect(page.told).toEqual(['SAVE10 held', 'SAVE10 expired'])
    expect(view().all()).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'

import { DISCOUNT_KEY as key } from '../../src/names.js'
import { entry } from '../support/entry.js'
import { createPlace } from '../support/open-ledger.js'
import { openViews } from '../support/open-views.js'

describe('createLedger()', () => {
  it('keeps a grant in every layer for the next page view', () => {
    const { one, two, view } = openViews()
    view().land()
    expect(one.texts.get(key)).toBe(two.texts.get(key))
    expect(view().all()).toEqual([entry()])
  })

  it('tells a grant once, then each new status', () => {
    const { view } = openViews()
    const page = view()
    page.land()
    page.sync()
    page.mark('SAVE10', { status: 'applied' })
    page.mark('SAVE10', { status: 'applied', cart: 'c1' })
    page.mark('SAVE10', { status: 'waiting' })
    expect(page.told).toEqual(['SAVE10 held', 'SAVE10 applied', 'SAVE10 waiting'])
  })

  it('writes nothing where nothing changed', () => {
    const { one, view } = openViews()
    view().land()
    const { writes } = one.asked
    const page = view()
    page.sync()
    page.sync((entries) => [...entries])
    expect(one.asked.writes).toBe(writes)
  })

  it('brings a cleared layer back from the one that is left', () => {
    const { one, two, view } = openViews()
    view().land()
    one.texts.clear()
    expect(view().codes()).toEqual(['SAVE10'])
    expect(one.texts.get(key)).toBe(two.texts.get(key))
  })

  it('believes the layer that knows most', () => {
    const { one, view } = openViews()
    view().land()
    const before = one.texts.get(key) ?? ''
    view().mark('SAVE10', { status: 'removed' })
    one.texts.set(key, before)
    expect(view().all()).toEqual([entry({ status: 'removed', rev: 1 })])
  })

  it('keeps what it was last asked to keep, as far as it knows', () => {
    const { one, view } = openViews()
    const page = view()
    page.land()
    expect(page.keeps(one.layer)).toBe(true)
    expect(page.keeps(createPlace().layer)).toBe(false)
  })
})

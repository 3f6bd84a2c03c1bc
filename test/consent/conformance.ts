import { expect, it, vi } from 'vitest'

import type { OpenVendor } from './vendors/vendor.js'

const YES = { attribution: true, discount: true }
const NO = { attribution: false, discount: false }

/** What vendors have been seen to hold in place of an answer. No boolean: where one is, it is an answer. */
const RUBBISH: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['a number', 42],
  ['NaN', Number.NaN],
  ['an empty text', ''],
  ['a text', 'yes'],
  ['an HTML page', '<!doctype html><title>404</title>'],
  ['an empty list', []],
  ['an empty object', {}],
  [
    'a function that throws',
    () => {
      throw new Error('blocked')
    },
  ],
  [
    'an object that throws',
    new Proxy(
      {},
      {
        get: () => {
          throw new Error('not to be read')
        },
      },
    ),
  ],
]

/** Everything a page does at once and a task later. */
const settle = async () => {
  for (let turn = 0; turn < 3; turn++)
    await new Promise((resolve) => {
      setTimeout(resolve)
    })
}

/** What every consent source promises, as test cases; `open` gives one on a page without its vendor. */
export const conformsToConsentSource = (open: OpenVendor): void => {
  const openWatched = (asksForDiscount = false) => {
    const vendor = open({ asksForDiscount })
    const stopped = new AbortController()
    // a keeper asks when it begins to watch, and whenever it is told
    const heard: (boolean | undefined)[] = []
    const ask = () => void heard.push(vendor.source.attribution(), vendor.source.discount?.())
    const changed = vi.fn(ask)
    const watch = () => {
      vendor.source.watch?.(changed, stopped.signal)
      ask()
    }
    const answer = async (choice: typeof YES) => {
      vendor.answer(choice)
      await settle()
    }
    /** What a keeper that asks only when it is told knows of the affiliate. */
    const known = () => heard.at(-2)
    return { ...vendor, answer, changed, known, stopped, watch }
  }

  it('source has no answer where the vendor never comes', async () => {
    const { load, source, watch } = openWatched(true)
    expect(source.attribution()).toBeUndefined()
    watch()
    load()
    await settle()
    expect(source.attribution()).toBeUndefined()
    expect(source.discount?.()).toBeUndefined()
  })

  it('source has no answer while the shopper has given none', async () => {
    const { arrive, load, source, watch } = openWatched(true)
    arrive()
    watch()
    load()
    await settle()
    expect(source.attribution()).toBeUndefined()
    expect(source.discount?.()).toBeUndefined()
  })

  it.each([
    [true, YES],
    [false, NO],
  ])('source answers %s at once where that was answered on an earlier page', async (is, choice) => {
    const { answer, arrive, source, watch } = openWatched()
    arrive()
    await answer(choice)
    watch()
    await settle()
    expect(source.attribution()).toBe(is)
  })

  it.each([
    [true, YES],
    [false, NO],
  ])('source tells that the answer, %s, came later', async (is, choice) => {
    const { answer, arrive, changed, source, watch } = openWatched()
    arrive()
    watch()
    await settle()
    changed.mockClear()
    await answer(choice)
    expect(changed).toHaveBeenCalled()
    expect(source.attribution()).toBe(is)
  })

  it('source finds a vendor that arrives while the page loads', async () => {
    const { answer, arrive, changed, load, source, watch } = openWatched()
    watch()
    arrive()
    load()
    await settle()
    changed.mockClear()
    await answer(YES)
    expect(changed).toHaveBeenCalled()
    expect(source.attribution()).toBe(true)
  })

  it.each(['DOMContentLoaded', 'load'] as const)(
    'source tells at %s what a vendor knows that has arrived without a word',
    async (stage) => {
      const { answer, arrive, known, load, watch } = openWatched()
      await answer(YES)
      watch()
      arrive()
      load(stage)
      await settle()
      expect(known()).toBe(true)
    },
  )

  it('source stands by an answer that is told twice', async () => {
    const { answer, arrive, source, tellAgain, watch } = openWatched()
    arrive()
    watch()
    await answer(YES)
    tellAgain()
    await settle()
    expect(source.attribution()).toBe(true)
  })

  it('source tells of a withdrawal, and of a second thought', async () => {
    const { answer, arrive, changed, source, watch } = openWatched()
    arrive()
    watch()
    await answer(YES)
    for (const choice of [NO, YES, NO]) {
      changed.mockClear()
      await answer(choice)
      expect(changed).toHaveBeenCalled()
      expect(source.attribution()).toBe(choice.attribution)
    }
  })

  it('source asks for the discount only where it was told to', async () => {
    expect(openWatched().source).not.toHaveProperty('discount')
    const { answer, arrive, source, watch } = openWatched(true)
    arrive()
    watch()
    await answer({ attribution: true, discount: false })
    expect([source.attribution(), source.discount?.()]).toEqual([true, false])
    await answer({ attribution: false, discount: true })
    expect([source.attribution(), source.discount?.()]).toEqual([false, true])
  })

  it('source calls nobody back after it was stopped, and listens no more', async () => {
    const { answer, arrive, changed, listeners, load, stopped, tellAgain, watch } = openWatched()
    arrive()
    watch()
    await answer(YES)
    const pending = open({ asksForDiscount: false })
    expect(listeners()).toBeGreaterThan(0)
    changed.mockClear()
    stopped.abort()
    expect(listeners()).toBe(0)
    await answer(NO)
    tellAgain()
    load()
    await settle()
    expect(changed).not.toHaveBeenCalled()
    expect(pending.listeners()).toBe(0)
  })

  it('source that was stopped takes no notice of a vendor that arrives afterwards', async () => {
    const { answer, arrive, changed, listeners, load, stopped, watch } = openWatched()
    watch()
    stopped.abort()
    changed.mockClear()
    arrive()
    load()
    await answer(YES)
    expect(changed).not.toHaveBeenCalled()
    expect(listeners()).toBe(0)
  })

  it('source that is watched when it is already stopped listens to nothing', async () => {
    const { answer, arrive, changed, listeners, stopped, watch } = openWatched()
    arrive()
    stopped.abort()
    watch()
    await answer(YES)
    expect(changed).not.toHaveBeenCalled()
    expect(listeners()).toBe(0)
  })

  it.each(RUBBISH)('source takes %s for no answer, wherever it is', async (_, rubbish) => {
    for (const at of open({ asksForDiscount: false }).spoil.keys()) {
      const early = openWatched()
      early.spoil[at]?.(rubbish)
      expect(early.source.attribution(), `place ${at}, found`).toBeUndefined()
      expect(early.watch).not.toThrow()
      await settle()
      expect(early.source.attribution(), `place ${at}, watched`).toBeUndefined()

      const late = openWatched()
      late.watch()
      late.spoil[at]?.(rubbish)
      late.load()
      await settle()
      expect(late.source.attribution(), `place ${at}, late`).toBeUndefined()
      expect(() => late.stopped.abort()).not.toThrow()
    }
  })
}

// @vitest-environment jsdom
import { act, createElement, Fragment } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { DiscountProvider } from '../../src/react/index.js'
import { openBrowserForEachTest, openPage } from '../keeper/open-page.js'
import { createReader, expectNoComplaints, mount } from './open-root.js'
import { createStubKeeper } from './stub-keeper.js'

openBrowserForEachTest()
expectNoComplaints()

/** Listeners that stand on the window and the document of the test, by the signal that ends them. */
const watchListeners = () => {
  const signals: AbortSignal[] = []
  for (const target of [window, document])
    vi.spyOn(target, 'addEventListener').mockImplementation((_, __, options) => {
      if (typeof options === 'object' && options.signal) signals.push(options.signal)
    })
  return { standing: () => signals.filter(({ aborted }) => !aborted).length }
}

const children = createElement(createReader().Reader)

describe('<DiscountProvider>', () => {
  it('starts its keeper once it is shown, and not before', async () => {
    const { calls, keeper } = createStubKeeper()
    createElement(DiscountProvider, { keeper }, children)
    expect(calls).toEqual([])
    await mount({ keeper, children })
    expect(calls).toEqual(['start'])
  })

  it('leaves nothing behind', async () => {
    const { calls, keeper, listeners } = createStubKeeper()
    const { standing } = watchListeners()
    const page = await mount({ keeper, children, isStrict: true })
    expect([listeners(), standing()]).not.toContain(0)
    page.unmount()
    await Promise.resolve()
    expect([listeners(), standing(), vi.getTimerCount()]).toEqual([0, 0, 0])
    expect(calls).toEqual(['start', 'stop'])
  })

  it('leaves nothing of a real keeper on the page, nor a glance that was due', async () => {
    const { heard, keeper } = openPage({}, { url: '/?discount=SAVE10' })
    const page = await mount({ keeper, children })
    await act(() => vi.advanceTimersByTimeAsync(2000))
    expect(heard()).not.toEqual([])
    window.dispatchEvent(new Event('focus'))
    page.unmount()
    await Promise.resolve()
    expect(heard()).toEqual([])
    // the keeper reminds of a grant's end no more
    expect(vi.getTimerCount()).toBe(0)
  })

  it('starts and grants once in strict mode', async () => {
    const { heard, keeper, told } = openPage({}, { url: '/?discount=SAVE10' })
    const start = vi.spyOn(keeper, 'start')
    await mount({ keeper, children, isStrict: true })
    await act(() => vi.advanceTimersByTimeAsync(2000))
    expect(start).toHaveBeenCalledTimes(1)
    expect(told()).toEqual(['granted SAVE10', 'ready'])
    expect(heard()).not.toEqual([])
  })

  it('lets several roots share a keeper: it lives as long as the last', async () => {
    const { calls, keeper, listeners, set, tell } = createStubKeeper()
    const one = createReader(({ price }) => String(price(100)))
    const other = createReader(({ price }) => String(price(100)))
    const first = await mount({ keeper, children: createElement(one.Reader) })
    const before = listeners()
    const second = await mount({ keeper, children: createElement(other.Reader) })
    expect(listeners()).toBe(before)
    set({ percent: 20 })
    await act(() => tell())
    expect([first.text(), second.text()]).toEqual(['80', '80'])
    expect(one.latest()).toBe(other.latest())
    first.unmount()
    await Promise.resolve()
    set({ percent: 50 })
    await act(() => tell())
    expect([second.text(), calls]).toEqual(['50', ['start']])
    second.unmount()
    await Promise.resolve()
    expect(calls).toEqual(['start', 'stop'])
  })

  it('goes on where a tree moves from one place to another in one step', async () => {
    const { calls, keeper } = createStubKeeper()
    const at = (key: string) => createElement(DiscountProvider, { keeper, key }, children)
    const page = await mount({ keeper: createStubKeeper().keeper, children: at('here') })
    await page.render({ children: at('there') })
    expect(calls).toEqual(['start'])
  })

  it('begins again with what it knew, and hears of what is new', async () => {
    const { calls, keeper, set, tell } = createStubKeeper()
    const { Reader, seen } = createReader(({ price }) => String(price(100)))
    const shown = { keeper, children: createElement(Reader) }
    const before = await mount(shown)
    set({ percent: 20 })
    await act(() => tell())
    before.unmount()
    await Promise.resolve()
    seen.length = 0
    const page = await mount(shown)
    expect([seen.length, page.text()]).toEqual([1, '80'])
    set({ percent: 30 })
    await act(() => tell())
    expect([page.text(), calls]).toEqual(['70', ['start', 'stop', 'start']])
  })

  it('hands on another keeper, and lets go of the one before', async () => {
    const before = createStubKeeper()
    const after = createStubKeeper()
    const { Reader } = createReader(({ price }) => String(price(100)))
    const reader = createElement(Reader)
    for (const [{ set }, percent] of [
      [before, 10],
      [after, 20],
    ] as const)
      set({ percent })
    const page = await mount({ keeper: before.keeper, children: reader })
    await act(() => before.tell())
    await page.render({ keeper: after.keeper })
    await act(() => after.tell())
    expect([before.calls, before.listeners()]).toEqual([['start', 'stop'], 0])
    expect([after.calls, page.text()]).toEqual([['start'], '80'])
  })

  it('shows its children as they are', async () => {
    const { keeper } = createStubKeeper()
    const page = await mount({ keeper, children: createElement(Fragment, undefined, 'a', 'b') })
    expect([page.text(), page.host.childElementCount]).toEqual(['ab', 0])
  })
})

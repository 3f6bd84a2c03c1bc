// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest'
import type { NoticeKeeper } from '../../src/notice/index.js'
import { host, loadScript } from '../support/load-script.js'
import { openNotice, texts } from './open-notice.js'
import { createStubKeeper } from './stub-keeper.js'

afterEach(() => {
  document.body.replaceChildren()
  host.DiscountKeeper = undefined
})

const setGlobal = (value: unknown): void => void Reflect.set(window, 'DiscountKeeper', value)
const keeperOf = (code: string) => createStubKeeper({ code, state: 'applied' })
const said = async (element: Element) => {
  await Promise.resolve()
  return texts(element, 'message')
}

describe('<discount-notice> finds its keeper', () => {
  it('where the page has one', async () => {
    setGlobal(keeperOf('PAGE'))
    expect(await said(openNotice())).toEqual(['PAGE applied'])
  })

  it('where the script of the keeper comes later, or the queue was there before', async () => {
    const waiting: unknown[] = []
    setGlobal({ q: waiting })
    const element = openNotice()
    expect(await said(element)).toEqual([])
    expect(waiting).toHaveLength(1)
    const [found] = waiting as ((keeper: NoticeKeeper) => void)[]
    found?.(keeperOf('LATE'))
    expect(await said(element)).toEqual(['LATE applied'])
    expect(element.keeper?.notices[0]?.code).toBe('LATE')
  })

  it('with the built-in queue of the real script', async () => {
    const element = openNotice()
    expect(element.keeper).toBeUndefined()
    const keeper = await loadScript({ 'data-auto': 'false' })
    expect(element.keeper).toBe(keeper)
  })

  it('by its property before anything else', async () => {
    setGlobal(keeperOf('PAGE'))
    const own = openNotice({}, { keeper: keeperOf('OWN') })
    expect(await said(own)).toEqual(['OWN applied'])
    own.keeper = keeperOf('OTHER')
    expect(await said(own)).toEqual(['OTHER applied'])
    own.keeper = undefined
    expect(await said(own)).toEqual(['PAGE applied'])
  })

  it('and lets the page have no more of it once it is off the page', async () => {
    const waiting: ((keeper: NoticeKeeper) => void)[] = []
    setGlobal({ q: waiting })
    openNotice().remove()
    const keeper = keeperOf('LATE')
    waiting[0]?.(keeper)
    expect(keeper.listeners()).toBe(0)
  })

  it('and only listens to its own from then on', async () => {
    const [first, second] = [keeperOf('FIRST'), keeperOf('SECOND')]
    const element = openNotice({}, { keeper: first })
    element.keeper = second
    expect(first.listeners()).toBe(0)
    expect(second.listeners()).toBe(11)
  })

  it.each([
    ['a foreign value', 5],
    ['a frozen queue', Object.freeze({ q: Object.freeze([]) })],
    ['a keeper of before there were notices', { on: () => () => undefined }],
    ['a keeper that throws', { on: () => JSON.parse('{') as never }],
    [
      'notices that throw',
      {
        on: () => () => undefined,
        get notices() {
          return JSON.parse('{') as never
        },
      },
    ],
    ['notices that are none', { on: () => () => undefined, notices: [undefined, 5] }],
  ])('or stays empty at %s', async (_, value) => {
    setGlobal(value)
    const element = openNotice()
    expect(await said(element)).toEqual([])
    element.remove()
    expect(element.isConnected).toBe(false)
  })
})

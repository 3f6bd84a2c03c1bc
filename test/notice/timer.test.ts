// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openNotice, texts } from './open-notice.js'
import { createStubKeeper } from './stub-keeper.js'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  document.body.replaceChildren()
  vi.useRealTimers()
})

const open = (left: number) => {
  const keeper = createStubKeeper({ code: 'A', state: 'expiring', endsAt: Date.now() + left })
  return { keeper, element: openNotice({ lang: 'en-US' }, { keeper }) }
}

const setHidden = (hidden: boolean): void => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden)
  document.dispatchEvent(new Event('visibilitychange'))
}

describe('the timer of a notice', () => {
  it('is one, and none where nothing changes by itself', async () => {
    const { keeper, element } = open(30 * MINUTE)
    keeper.notices = [...keeper.notices, { ...keeper.notices[0]!, code: 'B' }]
    await keeper.tell(...keeper.notices)
    expect(texts(element, 'message')).toHaveLength(2)
    expect(vi.getTimerCount()).toBe(1)
    await keeper.tell({ code: 'A', state: 'applied', endsAt: Date.now() + HOUR })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('counts the seconds, then stands still at the end', () => {
    const { element } = open(3 * SECOND + 200)
    const seen: unknown[] = []
    for (let second = 0; second < 6; second++) {
      seen.push(texts(element, 'countdown')[0])
      vi.advanceTimersByTime(SECOND)
    }
    expect(seen).toEqual(['00:04', '00:03', '00:02', '00:01', '00:00', '00:00'])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('leaves the sentence alone while the seconds run', () => {
    const { element } = open(30 * MINUTE)
    const message = element.shadowRoot?.querySelector('[part=message]')?.firstChild
    vi.advanceTimersByTime(10 * SECOND)
    expect(texts(element, 'countdown')).toEqual(['29:50'])
    expect(element.shadowRoot?.querySelector('[part=message]')?.firstChild).toBe(message)
  })

  it('brings the countdown when its hour has come', () => {
    const { element } = open(2 * HOUR)
    const heard = new Set<string>()
    for (let minute = 0; minute <= 60; minute++) {
      heard.add(
        texts(element, 'message')
          .join()
          .replace(/\u202f/, ' ')
          .replace(/at .*/, 'at'),
      )
      vi.advanceTimersByTime(MINUTE)
    }
    expect([...heard]).toEqual(['A ends in 2 hours', 'A ends in 1 hour', 'A ends at'])
    expect(texts(element, 'countdown')).toEqual(['59:00'])
  })

  it('rests while the page is hidden and is right when it is shown', () => {
    const { element } = open(30 * MINUTE)
    setHidden(true)
    expect(vi.getTimerCount()).toBe(0)
    vi.setSystemTime(Date.now() + 10 * MINUTE)
    setHidden(false)
    expect(texts(element, 'countdown')).toEqual(['20:00'])
    expect(vi.getTimerCount()).toBe(1)
  })

  it('listens once however often the element came and went', () => {
    const { element, keeper } = open(HOUR)
    for (let times = 0; times < 3; times++) {
      element.remove()
      document.body.append(element)
    }
    const read = vi.fn(() => keeper.notices)
    element.keeper = Object.defineProperty({ ...keeper }, 'notices', { get: read })
    read.mockClear()
    setHidden(true)
    expect(read).toHaveBeenCalledTimes(1)
  })

  it('ends with the element', () => {
    const { element } = open(30 * MINUTE)
    element.remove()
    expect(vi.getTimerCount()).toBe(0)
    setHidden(false)
    expect(vi.getTimerCount()).toBe(0)
  })
})

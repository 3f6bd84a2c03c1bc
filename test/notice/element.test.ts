// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { EVENT_NAMES } from '../../src/event-log.js'
import { button, openNotice, texts } from './open-notice.js'
import { createStubKeeper } from './stub-keeper.js'

const host = window as unknown as { DiscountKeeper?: unknown }

afterEach(() => {
  document.body.replaceChildren()
  document.documentElement.removeAttribute('lang')
  delete host.DiscountKeeper
})

const SAVE10 = { code: 'SAVE10', state: 'applied' } as const
const EXTRA5 = { code: 'EXTRA5', state: 'held' } as const
const ENDED = { code: 'SAVE10', state: 'ended', alternative: 'SAVE5' } as const

describe('<discount-notice>', () => {
  it('is empty while there is nothing to say, and again afterwards', async () => {
    const keeper = createStubKeeper()
    const element = openNotice({}, { keeper })
    expect(element.hasAttribute('empty')).toBe(true)
    expect(element.shadowRoot?.textContent).toBe('')
    await keeper.tell(SAVE10)
    expect(element.hasAttribute('empty')).toBe(false)
    expect(texts(element, 'message')).toEqual(['SAVE10 applied'])
    await keeper.tell()
    expect(element.hasAttribute('empty')).toBe(true)
    expect(element.shadowRoot?.textContent).toBe('')
  })

  it('speaks through one status region that is there before its words', async () => {
    const keeper = createStubKeeper()
    const { shadowRoot } = openNotice({}, { keeper })
    const region = shadowRoot?.querySelector('[role=status]')
    expect(region).not.toBeNull()
    await keeper.tell(SAVE10, EXTRA5)
    expect(shadowRoot?.querySelectorAll('[role]')).toHaveLength(1)
    expect(region?.contains(shadowRoot?.querySelector('[part=message]') ?? null)).toBe(true)
  })

  it.each(EVENT_NAMES)('reads the notices again at %s', async (name) => {
    const keeper = createStubKeeper()
    const element = openNotice({}, { keeper })
    await Promise.resolve()
    keeper.notices = [SAVE10]
    keeper.emit(name)
    await Promise.resolve()
    expect(texts(element, 'message')).toEqual(['SAVE10 applied'])
  })

  it.each(['storage', 'pageshow', 'focus'])('follows what other tabs did: %s', async (name) => {
    const keeper = createStubKeeper()
    const element = openNotice({}, { keeper })
    await Promise.resolve()
    keeper.notices = [SAVE10]
    window.dispatchEvent(new Event(name))
    await vi.waitFor(() => expect(texts(element, 'message')).toEqual(['SAVE10 applied']))
    element.remove()
    keeper.notices = []
    window.dispatchEvent(new Event(name))
  })

  it('draws once for several events of one step', async () => {
    const read = vi.fn<() => void>()
    const keeper = {
      ...createStubKeeper(),
      get notices() {
        read()
        return [SAVE10]
      },
    }
    openNotice({}, { keeper })
    await Promise.resolve()
    read.mockClear()
    for (const name of ['expired', 'granted', 'applied'] as const) keeper.emit(name)
    await Promise.resolve()
    expect(read).toHaveBeenCalledTimes(1)
  })

  it('leaves untouched what still holds', async () => {
    const keeper = createStubKeeper(SAVE10, EXTRA5)
    const { shadowRoot } = openNotice({}, { keeper })
    await Promise.resolve()
    const changes: MutationRecord[] = []
    const observer = new MutationObserver((records) => void changes.push(...records))
    observer.observe(shadowRoot as Node, { childList: true, characterData: true, subtree: true })
    await keeper.tell({ ...SAVE10 }, { ...EXTRA5 })
    changes.push(...observer.takeRecords())
    expect(changes).toEqual([])
  })

  it('follows the order of the keeper', async () => {
    const keeper = createStubKeeper(SAVE10, EXTRA5)
    const element = openNotice({}, { keeper })
    await keeper.tell({ code: 'FIRST', state: 'held' }, EXTRA5, SAVE10)
    expect(texts(element, 'message').map((text) => text.split(' ')[0])).toEqual([
      'FIRST',
      'EXTRA5',
      'SAVE10',
    ])
  })

  it('writes text, whatever the text is', async () => {
    const code = '<img src=x onerror=alert(1)>'
    const keeper = createStubKeeper({ code, state: 'applied' })
    const element = openNotice({ 'text-applied': '<b>{code}</b>' }, { keeper })
    await Promise.resolve()
    expect(texts(element, 'message')).toEqual([`<b>${code}</b>`])
    expect(element.shadowRoot?.querySelector('img, b')).toBeNull()
    expect(element.shadowRoot?.querySelector('bdi')?.textContent).toBe(code)
  })

  it('uses no inline style', async () => {
    const keeper = createStubKeeper(SAVE10, ENDED)
    const { shadowRoot } = openNotice({}, { keeper })
    await Promise.resolve()
    expect(shadowRoot?.querySelector('[style], style, link')).toBeNull()
  })

  it('lets go of keeper and page when it is taken off, and comes back', async () => {
    const keeper = createStubKeeper(SAVE10)
    const element = openNotice({}, { keeper })
    expect(keeper.listeners()).toBe(11)
    element.remove()
    expect(keeper.listeners()).toBe(0)
    await keeper.tell(EXTRA5)
    document.body.append(element)
    expect(keeper.listeners()).toBe(11)
    expect(texts(element, 'message')).toEqual(['EXTRA5 is kept for checkout'])
  })

  it('stands several times on one page, each with what it is asked to speak of', async () => {
    const keeper = createStubKeeper(SAVE10, EXTRA5)
    const all = openNotice({}, { keeper })
    const some = openNotice({ states: 'ended held' }, { keeper })
    await Promise.resolve()
    expect(texts(all, 'message')).toHaveLength(2)
    expect(texts(some, 'message')).toEqual(['EXTRA5 is kept for checkout'])
    button(all, 'Dismiss EXTRA5').click()
    expect(texts(all, 'message')).toHaveLength(1)
    expect(texts(some, 'message')).toHaveLength(1)
  })
})

describe('the buttons', () => {
  it('are buttons, named with their code', async () => {
    const element = openNotice({}, { keeper: createStubKeeper(SAVE10) })
    await Promise.resolve()
    for (const name of ['Remove SAVE10', 'Dismiss SAVE10'])
      expect(button(element, name).type).toBe('button')
  })

  it('ask the keeper, once', async () => {
    const keeper = createStubKeeper(ENDED, EXTRA5)
    const element = openNotice({}, { keeper })
    await Promise.resolve()
    button(element, 'Use SAVE5').click()
    button(element, 'Use SAVE5').click()
    button(element, 'Remove EXTRA5').click()
    expect(keeper.asked).toEqual(['apply SAVE5', 'remove EXTRA5'])
    await vi.waitFor(() => expect(button(element, 'Use SAVE5').ariaDisabled).toBeNull())
    button(element, 'Use SAVE5').click()
    expect(keeper.asked).toHaveLength(3)
  })

  it('put a notice away until there is something new to say of its code', async () => {
    const keeper = createStubKeeper(SAVE10)
    const element = openNotice({}, { keeper })
    await Promise.resolve()
    button(element, 'Dismiss SAVE10').click()
    expect(element.hasAttribute('empty')).toBe(true)
    await keeper.tell({ ...SAVE10, saved: 400 })
    expect(element.hasAttribute('empty')).toBe(true)
    await keeper.tell(ENDED)
    expect(texts(element, 'message')).toEqual(['SAVE10 has ended'])
    await keeper.tell(SAVE10)
    expect(element.hasAttribute('empty')).toBe(true)
    expect(keeper.asked).toEqual([])
  })

  it('stay quiet where the keeper fails', async () => {
    const keeper = {
      ...createStubKeeper(ENDED, EXTRA5),
      apply: () => Promise.reject(new Error('offline')),
      remove: () => {
        throw new Error('broken')
      },
    }
    const element = openNotice({}, { keeper })
    await Promise.resolve()
    for (const name of ['Use SAVE5', 'Remove EXTRA5']) {
      button(element, name).click()
      await vi.waitFor(() => expect(button(element, name).ariaDisabled).toBeNull())
    }
    expect(texts(element, 'message')).toHaveLength(2)
  })
})

// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'

import { startCarriers } from '../../src/checkout/carriers.js'
import type { Door } from '../../src/checkout/door.js'
import { openDoor, openView } from './storefront-page.js'

const CHECKOUT = 'http://localhost:3000/checkout'
const CARRIED = CHECKOUT + '?discount=SAVE10'
const stops: (() => void)[] = []
afterEach(() => stops.splice(0).forEach((stop) => stop()))

const open = (changes?: Partial<Door>, navigation = new EventTarget()) => {
  const { view, location } = openView(navigation)
  const stop = startCarriers(openDoor(changes), view)
  stops.push(stop)
  /** Tells whether the shopper's own navigation goes on. */
  const navigate = (more: object = {}, url = CHECKOUT, cancelable = true) =>
    navigation.dispatchEvent(
      Object.assign(new Event('navigate', { cancelable }), {
        destination: { url, sameDocument: false },
        downloadRequest: null,
        formData: null,
        navigationType: 'push',
        ...more,
      }),
    )
  return { ...location, navigate, stop }
}

describe('a navigation to checkout is sent again with the codes', () => {
  it('as a new entry', () => {
    const { navigate, assign, replace } = open()
    expect(navigate()).toBe(false)
    expect(assign.mock.calls).toEqual([[CARRIED]])
    expect(replace).not.toHaveBeenCalled()
  })

  it('in place of the entry that it would have replaced', () => {
    const { navigate, assign, replace } = open()
    expect(navigate({ navigationType: 'replace' })).toBe(false)
    expect(replace.mock.calls).toEqual([[CARRIED]])
    expect(assign).not.toHaveBeenCalled()
  })

  it('once, even by a door that never has enough', () => {
    const page = open({ rewrite: (url) => url + '?again' })
    const seen: boolean[] = []
    page.assign.mockImplementation((url: string) => seen.push(page.navigate({}, url)))
    expect(page.navigate()).toBe(false)
    expect(seen).toEqual([true])
  })

  it('and so is the next one', () => {
    const { navigate, assign } = open()
    expect([navigate(), navigate()]).toEqual([false, false])
    expect(assign).toHaveBeenCalledTimes(2)
  })

  it('where the browser does not know of downloads', () => {
    const { navigate } = open()
    expect(navigate({ downloadRequest: undefined })).toBe(false)
  })
})

describe('a navigation goes on as it is', () => {
  it.each([
    ['when it carries the codes already', {}, CARRIED],
    ['when it leads elsewhere', {}, 'http://localhost:3000/cart'],
    ['within the document', { destination: { url: CHECKOUT, sameDocument: true } }, CHECKOUT],
    ['when it posts', { formData: new FormData() }, CHECKOUT],
    ['when it downloads under a name', { downloadRequest: 'bill.pdf' }, CHECKOUT],
    ['when it downloads', { downloadRequest: '' }, CHECKOUT],
    ['when it reloads', { navigationType: 'reload' }, CHECKOUT],
  ])('%s', (_, more, url) => {
    const { navigate, assign, replace } = open()
    expect(navigate(more, url)).toBe(true)
    expect([assign.mock.calls, replace.mock.calls]).toEqual([[], []])
  })

  it('when it cannot be stopped', () => {
    const { navigate, assign } = open()
    expect(navigate({}, CHECKOUT, false)).toBe(true)
    expect(assign).not.toHaveBeenCalled()
  })

  it('when another script stopped it', () => {
    const navigation = new EventTarget()
    navigation.addEventListener('navigate', (event) => event.preventDefault())
    const { navigate, assign } = open({}, navigation)
    expect(navigate()).toBe(false)
    expect(assign).not.toHaveBeenCalled()
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('out of order')
      },
    ],
    ['names no URL', () => 'https://['],
  ])('when the door %s', (_, answer) => {
    const rewrite = vi.fn(answer)
    const { navigate, assign } = open({ rewrite })
    expect(navigate()).toBe(true)
    expect(rewrite).toHaveBeenCalledOnce()
    expect(assign).not.toHaveBeenCalled()
  })

  it('once the carriers are stopped', () => {
    const { navigate, stop } = open()
    stop()
    expect(navigate()).toBe(true)
  })
})

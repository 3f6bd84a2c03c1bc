// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest'

import { watchUrl } from '../../src/landing/watch-url.js'

/** A page that is watched, with the Navigation API where one is given. */
const open = (navigation?: EventTarget) => {
  const changed = vi.fn<(isNew: boolean) => void>()
  const over = new AbortController()
  const view = {
    location: window.location,
    navigation,
    addEventListener: window.addEventListener.bind(window),
  } as unknown as Window & typeof globalThis
  watchUrl(view, changed, over.signal)
  stops.push(() => over.abort())
  return { changed, stop: () => over.abort() }
}
const stops: (() => void)[] = []
afterEach(() => {
  stops.splice(0).forEach((stop) => stop())
  history.replaceState(undefined, '', '/')
})

const go = (to: string): void => history.pushState(undefined, '', to)
const back = (): unknown => window.dispatchEvent(new Event('popstate'))
const click = (): unknown => document.body.dispatchEvent(new Event('click', { bubbles: true }))

it('sees what a router did at the next click, once, and takes it for a step forward', () => {
  const { changed } = open()
  click()
  go('/?discount=A')
  expect(changed).not.toHaveBeenCalled()
  click()
  click()
  expect(changed.mock.calls).toEqual([[true]])
})

it('sees it although nobody is to hear of that click', () => {
  const { changed } = open()
  document.body.addEventListener('click', (event) => event.stopPropagation(), { once: true })
  go('/?discount=A')
  click()
  expect(changed).toHaveBeenCalledOnce()
})

it('takes what history brings for no step forward', () => {
  const { changed } = open()
  back()
  go('/?discount=A')
  back()
  expect(changed.mock.calls).toEqual([[false]])
})

it.each([
  ['push', true],
  ['replace', false],
  ['traverse', false],
])('hears of a %s where there is a Navigation API', (navigationType, isNew) => {
  const navigation = new EventTarget()
  const { changed } = open(navigation)
  const tell = (): unknown =>
    navigation.dispatchEvent(Object.assign(new Event('currententrychange'), { navigationType }))
  tell()
  go('/?discount=A')
  tell()
  expect(changed.mock.calls).toEqual([[isNew]])
})

it('hears nothing once it is stopped', () => {
  const navigation = new EventTarget()
  const { changed, stop } = open(navigation)
  stop()
  go('/?discount=A')
  click()
  back()
  navigation.dispatchEvent(new Event('currententrychange'))
  expect(changed).not.toHaveBeenCalled()
})

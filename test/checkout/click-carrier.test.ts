// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'

import { clickOn, openPage } from './storefront-page.js'

const CARRIED = '/checkout?discount=SAVE10'

describe('a link to checkout', () => {
  it.each([
    ['a click', {}, 'click'],
    ['a click with ctrl', { ctrlKey: true }, 'click'],
    ['a middle click', { button: 1 }, 'auxclick'],
  ])('carries the codes for %s and then reads as before', (_, init, type) => {
    const { link, runTimers } = openPage('<a href="/checkout">pay</a>')
    expect(clickOn(link(), init, type)).toBe(CARRIED)
    runTimers()
    expect(link().getAttribute('href')).toBe('/checkout')
  })

  it('carries them for a click on what is inside it', () => {
    openPage('<a href="/checkout"><span><b>pay</b></span></a>')
    expect(clickOn(document.querySelector('b') as Element)).toBe(CARRIED)
  })

  it('carries them from an open shadow root', () => {
    const { runTimers } = openPage('<div></div>')
    const root = (document.querySelector('div') as Element).attachShadow({ mode: 'open' })
    const link = document.createElement('a')
    link.href = '/checkout'
    root.append(link)
    expect(clickOn(link)).toBe(CARRIED)
    runTimers()
    expect(link.getAttribute('href')).toBe('/checkout')
  })

  it('carries them each time', () => {
    const { link, runTimers } = openPage('<a href="/checkout">pay</a>')
    expect([clickOn(link()), clickOn(link())]).toEqual([CARRIED, CARRIED])
    runTimers()
    expect(link().getAttribute('href')).toBe('/checkout')
  })

  it('gets back the text it had, spaces and capitals included', () => {
    const { link, runTimers } = openPage('<a href="/checkout/A%20b c ">pay</a>')
    expect(clickOn(link())).toBe('/checkout/A%20b c ?discount=SAVE10')
    runTimers()
    expect(link().getAttribute('href')).toBe('/checkout/A%20b c ')
  })

  it('keeps what another script made of it meanwhile', () => {
    const { link, runTimers } = openPage('<a href="/checkout">pay</a>')
    clickOn(link())
    link().setAttribute('href', '/subscription')
    runTimers()
    expect(link().getAttribute('href')).toBe('/subscription')
  })
})

describe('a click is left alone', () => {
  const untouched = (content: string, init?: MouseEventInit, type?: string) => {
    const rewrite = vi.fn((url: string) => url + '?discount=SAVE10')
    const { link, timers } = openPage(content, { rewrite })
    const href = link().getAttribute('href')
    const followed = clickOn(link(), init, type)
    expect(rewrite).not.toHaveBeenCalled()
    expect(timers).toEqual([])
    expect(link().getAttribute('href')).toBe(href)
    return followed
  }

  it('when it downloads', () => {
    expect(untouched('<a href="/checkout" download>pay</a>')).toBe('/checkout')
  })

  it('when the link leads nowhere', () => {
    expect(untouched('<a>pay</a>')).toBe(null)
  })

  it('when it opens the context menu', () => {
    expect(untouched('<a href="/checkout">pay</a>', { button: 2 }, 'auxclick')).toBe('/checkout')
  })

  it('when a script took it over', () => {
    const takeOver = vi.fn((event: Event) => event.preventDefault())
    document.addEventListener('click', takeOver, { once: true })
    expect(untouched('<a href="/checkout">pay</a>')).toBe(undefined)
    expect(takeOver).toHaveBeenCalledOnce()
  })

  it('when the door changes nothing', () => {
    const { link, timers } = openPage('<a href="/cart">cart</a>')
    expect(clickOn(link())).toBe('/cart')
    expect(timers).toEqual([])
  })

  it('when the door throws', () => {
    const rewrite = vi.fn(() => {
      throw new Error('out of order')
    })
    const { link } = openPage('<a href="/checkout">pay</a>', { rewrite })
    expect(clickOn(link())).toBe('/checkout')
    expect(rewrite).toHaveBeenCalledOnce()
  })

  it('once the carriers are stopped', () => {
    const { link, stop } = openPage('<a href="/checkout">pay</a>')
    stop()
    expect(clickOn(link())).toBe('/checkout')
  })
})

describe('other scripts', () => {
  it.each([
    ['on the document', () => document],
    ['on the window', () => window],
  ])('that listen %s and select by href find the link as it was written', (_, place) => {
    const { link, runTimers } = openPage('<a href="/checkout">pay</a>')
    clickOn(link())
    runTimers()
    const takeOver = vi.fn((event: Event) => {
      if ((event.target as Element).matches("[href='/checkout'], [href$='/checkout']"))
        event.preventDefault()
    })
    // Added after the carriers and their first click: app scripts load late.
    place().addEventListener('click', takeOver, { once: true })
    expect(clickOn(link())).toBe(undefined)
    expect(takeOver).toHaveBeenCalledOnce()
    expect(link().getAttribute('href')).toBe('/checkout')
  })
})

it('stopping in the middle of a click puts the href back at once', () => {
  const { link, stop } = openPage('<a href="/checkout">pay</a>')
  expect(clickOn(link())).toBe(CARRIED)
  expect(link().getAttribute('href')).toBe(CARRIED)
  stop()
  expect(link().getAttribute('href')).toBe('/checkout')
})

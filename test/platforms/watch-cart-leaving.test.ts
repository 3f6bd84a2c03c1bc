// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'

import { watchTheme } from '../support/watch-theme.js'

describe('ajaxCart().watch leaving', () => {
  beforeEach(() => {
    document.body.replaceChildren()
  })

  const put = (name: string, attributes: Readonly<Record<string, string>>) => {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    document.body.append(element)
    return element
  }

  it.each([
    ['/cart/add', ['leaving']],
    ['/fr/cart/add', ['leaving']],
    ['/cart', ['leaving']],
    ['/cart?locale=fr', ['leaving']],
    ['/cart#summary', ['leaving']],
    ['/search', []],
    ['/cartoons', []],
  ])('knows a plain form to %s', (action, expected) => {
    const { signals } = watchTheme()
    const form = put('form', { action, method: 'post' }) as HTMLFormElement
    form.dispatchEvent(new Event('formdata', { bubbles: true }))
    expect(signals).toEqual(expected)
  })

  it.each([
    ['/cart/change?line=1&quantity=0', ['leaving']],
    ['/cart/clear', ['leaving']],
    ['/cart/123:1', []],
    ['/cart', []],
    ['/products/cart', []],
  ])('knows a plain link to %s', (href, expected) => {
    const { signals } = watchTheme()
    const link = put('a', { href })
    link.addEventListener('click', (event) => event.preventDefault())
    const inner = document.createElement('span')
    link.append(inner)
    inner.click()
    expect(signals).toEqual(expected)
  })

  it('tells nothing of clicks elsewhere and of forms without an action', () => {
    const { signals } = watchTheme()
    put('button', { type: 'button' }).click()
    put('form', {}).dispatchEvent(new Event('formdata', { bubbles: true }))
    document.dispatchEvent(new Event('click'))
    expect(signals).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'

import { checkoutUrl } from '../../src/checkout/checkout-url.js'
import { carry, places } from './french-cart.js'

describe('checkoutUrl() leaves alone', () => {
  it.each([
    ['a discount', '/checkout?discount=OTHER'],
    ['an empty discount', '/checkout?discount='],
    ['a bare discount', '/checkout?a=1&discount'],
    ['an encoded discount', '/checkout?d%69scount=OTHER'],
    ['a longer word', '/checkout-help'],
    ['a word before', '/xcheckout'],
    ['a folder before', '/pages/checkout'],
    ['two locales', '/fr/fr/checkout'],
    ['a locale within a path', '/cart/de/c/abc'],
    ['the cart', '/cart'],
    ['a cart action', '/cart/change?line=1&quantity=0'],
    ['a longer configured path', '/kassen'],
    ['a query that names checkout', '/cart?return_to=/checkout'],
    ['a hash that names checkout', '/cart#/checkout'],
    ['another host', '//evil/checkout'],
    ['three slashes', '///evil.com/checkout'],
    ['a backslash', '/\\evil.com/checkout'],
    ['two backslashes', '\\\\evil.com/checkout'],
    ['a tab', '/\t/evil.com/checkout'],
    ['a user that looks like the shop', 'https://shop.example@evil.com/checkout'],
    ['a host that starts like the shop', 'https://shop.example.evil.com/checkout'],
    ['another scheme of the same host', 'http://shop.example/checkout'],
    ['another port', 'https://shop.example:444/checkout'],
    ['a subdomain of a configured origin', 'https://x.pay.example/checkout'],
    ['a script', 'javascript:/checkout'],
    ['a script with a line break', 'java\nscript:alert(1)//checkout'],
    ['data', 'data:text/html,/checkout'],
    ['a blob of the shop', 'blob:https://shop.example/checkout'],
    ['a file', 'file:///checkout'],
    ['mail', 'mailto:checkout@shop.example'],
    ['a path that becomes another host', '/checkout/..//evil.com'],
    ['a dotted path that becomes another host', '/.//evil.com/checkout'],
    ['encoded slashes', '/%2f%2fevil.com/checkout'],
    ['no scheme slashes', 'https:evil'],
    ['a bare query', '?x'],
    ['a bare hash', '#y'],
    ['nothing', ''],
    ['no URL at all', 'https://[checkout'],
  ])('%s', (_, url) => {
    expect(carry(url)).toBe(url)
  })

  it('everything when there are no codes', () => {
    expect(carry('/checkout', [])).toBe('/checkout')
  })

  it('a code that is no text', () => {
    expect(carry('/checkout', ['\ud800'])).toBe('/checkout')
  })

  it.each(['', 'about:blank', 'no base'])('a relative url on the base %j', (wrong) => {
    expect(checkoutUrl('/checkout', { codes: ['A'], base: wrong, places })).toBe('/checkout')
  })

  it('a script on a page without an origin', () => {
    const options = { codes: ['A'], base: 'file:///shop.html', places }
    expect(checkoutUrl('javascript:/checkout', options)).toBe('javascript:/checkout')
  })

  it.each(['', '#', '#payment', '?step=2', '/checkout', '/checkout#payment'])(
    'the step %j within the checkout page itself',
    (url) => {
      const options = { codes: ['A'], base: 'https://shop.example/checkout?step=1', places }
      expect(checkoutUrl(url, options)).toBe(url)
    },
  )
})

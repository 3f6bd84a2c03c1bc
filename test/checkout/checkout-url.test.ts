import { describe, expect, it } from 'vitest'

import { checkoutUrl } from '../../src/checkout/checkout-url.js'
import { base, carry, places } from './french-cart.js'

describe('checkoutUrl() adds the codes', () => {
  it.each([
    ['a path', '/checkout', '/checkout?discount=SAVE10'],
    ['a path that ends in a slash', '/checkout/', '/checkout/?discount=SAVE10'],
    ['a query', '/checkout?locale=fr', '/checkout?locale=fr&discount=SAVE10'],
    ['an empty query', '/checkout?', '/checkout?&discount=SAVE10'],
    ['a hash', '/checkout#pay', '/checkout?discount=SAVE10#pay'],
    ['a query and a hash', '/checkout?a=1#b?c', '/checkout?a=1&discount=SAVE10#b?c'],
    ['no query and a ? in the hash', '/checkout#b?c', '/checkout?discount=SAVE10#b?c'],
    ['a locale', '/fr-ca/checkout', '/fr-ca/checkout?discount=SAVE10'],
    ['a short locale', '/fr/checkout', '/fr/checkout?discount=SAVE10'],
    ['a long locale', '/zh-hant-tw/checkout', '/zh-hant-tw/checkout?discount=SAVE10'],
    ['a relative path', 'checkout', 'checkout?discount=SAVE10'],
    ['a relative path with dots', '../checkout', '../checkout?discount=SAVE10'],
    [
      'a whole url',
      'https://shop.example/checkout',
      'https://shop.example/checkout?discount=SAVE10',
    ],
    [
      'the default port',
      '//shop.example:443/checkout',
      '//shop.example:443/checkout?discount=SAVE10',
    ],
    [
      'loud letters',
      'HTTPS://SHOP.example/checkout',
      'HTTPS://SHOP.example/checkout?discount=SAVE10',
    ],
    [
      'a configured origin',
      'https://pay.example/checkout',
      'https://pay.example/checkout?discount=SAVE10',
    ],
    ['a checkout token', '/checkouts/cn/Z2NwLX', '/checkouts/cn/Z2NwLX?discount=SAVE10'],
    ['a cart permalink', '/cart/123:1,456:2?note=x', '/cart/123:1,456:2?note=x&discount=SAVE10'],
    ['a cart link', '/cart/c/abc?key=d', '/cart/c/abc?key=d&discount=SAVE10'],
    ['a configured path', '/kasse', '/kasse?discount=SAVE10'],
    ['below a configured path', '/en/kasse/adresse', '/en/kasse/adresse?discount=SAVE10'],
    ['a configured path with a locale', '/de/zahlen', '/de/zahlen?discount=SAVE10'],
    ['spelling of its own', '/checkout?q=%20+%zz;ü', '/checkout?q=%20+%zz;ü&discount=SAVE10'],
    ['white space around', ' /checkout\n', ' /checkout?discount=SAVE10\n'],
    ['white space before a hash', '/checkout?a=b #c', '/checkout?a=b &discount=SAVE10#c'],
    ['white space within', '/check\tout', '/check\tout?discount=SAVE10'],
    ['another key', '/checkout?xdiscount=A', '/checkout?xdiscount=A&discount=SAVE10'],
  ])('to %s', (_, url, expected) => {
    expect(carry(url)).toBe(expected)
  })

  it('resolves a locale path without a leading slash against the base', () => {
    const options = { codes: ['A'], base: 'https://shop.example/', places }
    expect(checkoutUrl('fr/checkout', options)).toBe('fr/checkout?discount=A')
  })

  it('encodes each code and joins them by commas', () => {
    expect(carry('/checkout', ['A+B', '25%OFF', 'C&D'])).toBe(
      '/checkout?discount=A%2BB,25%25OFF,C%26D',
    )
  })

  it.each(['g', 'y'])('each time, by a pattern with the flag %s too', (flag) => {
    const options = {
      codes: ['A'],
      base,
      places: { ...places, pattern: RegExp('^/checkout', flag) },
    }
    for (const url of ['/checkout', '/fr/checkout', '/checkout/x', '/checkout'])
      expect(checkoutUrl(url, options)).toBe(url + '?discount=A')
  })
})

it('checkoutUrl() asks for the codes only when the url leads to checkout', () => {
  let asked = 0
  const options = {
    base,
    places,
    get codes() {
      asked++
      return ['A']
    },
  }
  checkoutUrl('/products/x', options)
  checkoutUrl('/checkout?discount=B', options)
  expect(asked).toBe(0)
  checkoutUrl('/checkout', options)
  expect(asked).toBe(1)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { checkoutUrl } from '../../src/checkout/checkout-url.js'

const places = {
  origins: ['https://pay.example'],
  paths: ['/kasse', '/de/zahlen/'],
  pattern: /^\/(checkouts?|cart\/(\d+:\d+[^/]*|c\/[^/]+))(\/|$)/,
}
const base = 'https://shop.example/fr/cart?step=1'
const carry = (url: string, codes: readonly string[] = ['SAVE10']) =>
  checkoutUrl(url, { codes, base, places })

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

  it('gives the same answer each time to a pattern that remembers where it stopped', () => {
    const sticky = { ...places, pattern: /^\/checkout/g }
    const options = { codes: ['A'], base, places: sticky }
    const answers = [1, 2, 3].map(() => checkoutUrl('/checkout', options))
    expect(new Set(answers)).toEqual(new Set(['/checkout?discount=A']))
  })
})

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

describe('checkoutUrl() for any input', () => {
  const word = fc.string({ unit: 'binary' })
  const part = fc.constantFrom(
    '/',
    'checkout',
    'fr',
    '?',
    '#',
    '&',
    'discount=',
    '..',
    '\\',
    ' ',
    '\t',
    'a',
  )
  const link = fc.oneof(
    word,
    fc.array(fc.oneof(part, word)).map((parts) => parts.join('')),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc
      .tuple(fc.constantFrom('/checkout', 'https://pay.example/fr/kasse', 'checkout/'), word, word)
      .map(([path, query, hash]) => `${path}?${query}#${hash}`),
  )
  const codes = fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), { minLength: 1 })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(link, codes, (url, list) => {
        const once = carry(url, list)
        expect(carry(once, list)).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })

  it('inserts one discount and moves no other byte, and the origin and path stay', () => {
    fc.assert(
      fc.property(link, codes, (url, list) => {
        const carried = carry(url, list)
        if (carried === url) return
        const added = 'discount=' + list.map(encodeURIComponent).join(',')
        const at = carried.lastIndexOf(added, carried.length)
        expect([carried.slice(0, at - 1) + carried.slice(at + added.length)]).toEqual([url])
        const [before, after] = [new URL(url, base), new URL(carried, base)]
        expect(after.origin + after.pathname + after.hash).toBe(
          before.origin + before.pathname + before.hash,
        )
        expect(after.searchParams.getAll('discount')).toEqual([list.join(',')])
        after.searchParams.delete('discount')
        expect([...after.searchParams]).toEqual([...before.searchParams])
      }),
      { numRuns: 2000 },
    )
  })

  it('adds the codes to every query and hash on the way to checkout', () => {
    const query = fc.webQueryParameters().filter((text) => !/discount/.test(text))
    fc.assert(
      fc.property(query, fc.webFragments(), codes, (search, hash, list) => {
        const carried = new URL(carry(`/checkout?${search}#${hash}`, list), base)
        expect(carried.searchParams.get('discount')).toBe(list.join(','))
      }),
    )
  })
})

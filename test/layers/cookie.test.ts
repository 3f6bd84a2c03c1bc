import { describe, expect, it } from 'vitest'

import { cookieLayer } from '../../src/layers/cookie.js'
import { DAY, DISCOUNT_KEY as key } from '../../src/names.js'
import type { BrowserJarOptions } from '../support/cookie-jar.js'
import { createBrowserJar } from '../support/cookie-jar.js'
import { NOON } from '../support/entry.js'

const text = '{"v":1,"grants":[{"code":"SAVE10"}]}'
const record = { key, text, codes: ['SAVE10'], expiresAt: NOON + 30 * DAY }
const nothing = { key, text: '', codes: [], expiresAt: -Infinity }
const open = (options: BrowserJarOptions) => {
  const browser = createBrowserJar(options)
  const layer = cookieLayer(browser.jar, browser.hostname)
  const domains = () => browser.all().map(({ domain, isShared }) => (isShared ? '.' : '') + domain)
  return { ...browser, layer, domains }
}

describe('cookieLayer() domain', () => {
  it.each([
    ['example.com', ['com'], '.example.com'],
    ['shop.example.com', ['com'], '.example.com'],
    ['a.b.shop.example.com', ['com'], '.example.com'],
    ['shop.example.co.uk', ['uk', 'co.uk'], '.example.co.uk'],
    ['store.myshopify.com', ['com', 'myshopify.com'], '.store.myshopify.com'],
    ['myshopify.com', ['com', 'myshopify.com'], '.myshopify.com'],
    ['127.0.0.1', [], '127.0.0.1'],
    ['localhost', [], 'localhost'],
    ['[::1]', [], '[::1]'],
  ])('of %s is the broadest the browser accepts', (hostname, publicSuffixes, domain) => {
    const { domains, jar, layer } = open({ hostname, publicSuffixes })
    expect(layer.write(record)).toBe(true)
    expect(domains()).toEqual([domain])
    expect(jar.get(key)).toBe(text)
  })

  it('is seen by the other subdomains and not by strangers', () => {
    const { jarOf, layer } = open({ hostname: 'shop.example.com' })
    void layer.write(record)
    expect(cookieLayer(jarOf('www.example.com')).read(key)).toBe(text)
    expect(cookieLayer(jarOf('other.com')).read(key)).toBeUndefined()
  })
})

describe('cookieLayer()', () => {
  it('lets the cookie end with the record', () => {
    const { all, layer } = open({})
    void layer.write(record)
    expect(all().map(({ expires }) => expires)).toEqual([record.expiresAt])
  })

  it('purges on every domain it could have written to', () => {
    const { all, jar, layer } = open({ hostname: 'a.shop.example.com' })
    const expires = new Date(record.expiresAt)
    for (const domain of ['example.com', 'shop.example.com', undefined])
      jar.set(key, 'OLD', domain ? { domain, expires } : { expires })
    expect(all()).toHaveLength(3)
    expect(layer.write(nothing)).toBe(true)
    expect(all()).toEqual([])
  })

  it('replaces a cookie that another script set for this host alone', () => {
    const { jar, layer } = open({})
    jar.set(key, 'CREATOR20')
    expect(layer.write(record)).toBe(true)
    expect(layer.read(key)).toBe(text)
    void layer.write(nothing)
    expect(jar.get(key)).toBeUndefined()
  })

  it('answers false where cookies are ignored without a word', () => {
    const layer = cookieLayer({ get: () => undefined, set: () => undefined }, () => 'example.com')
    expect(layer.write(record)).toBe(false)
    expect(layer.write(nothing)).toBe(true)
  })

  it('answers false where the record is too long for a cookie', () => {
    const { layer } = open({})
    expect(layer.write({ ...record, text: 'x'.repeat(5000) })).toBe(false)
  })

  it('answers false where a cookie cannot be purged', () => {
    const layer = cookieLayer({ get: () => 'SERVER', set: () => undefined }, () => 'example.com')
    expect(layer.write(nothing)).toBe(false)
  })
})

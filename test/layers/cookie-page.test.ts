// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://shop.example.co.uk/fr/" }
import { describe, expect, it, vi } from 'vitest'

import { cookieJar, cookieLayer } from '../../src/layers/cookie.js'
import { DAY, DISCOUNT_KEY as key } from '../../src/names.js'

const record = { key, text: '{"v":1}', codes: ['A'], expiresAt: Date.now() + 30 * DAY }
const recordCookies = () => vi.spyOn(document, 'cookie', 'set')

describe('cookieLayer() on a page', () => {
  it('keeps the record for all hosts of the shop, on a secure page securely', () => {
    const cookies = recordCookies()
    expect(cookieLayer().write(record)).toBe(true)
    const last = cookies.mock.lastCall?.[0] ?? ''
    expect(last).toMatch(/; domain=example\.co\.uk(;|$)/)
    expect(last).toMatch(/; secure(;|$)/)
    expect(last).toMatch(/; sameSite=lax(;|$)/i)
    expect(last).toMatch(/; path=\/(;|$)/)
    expect(last).toContain('expires=' + new Date(record.expiresAt).toUTCString())
    expect(cookieLayer().read(key)).toBe(record.text)
  })

  it('leaves no cookie behind when it forgets', () => {
    void cookieLayer().write(record)
    expect(cookieLayer().write({ ...record, text: '', codes: [] })).toBe(true)
    expect(document.cookie).not.toContain(key)
  })
})

describe('cookieJar', () => {
  it('sets a cookie of the browser session where no end is given', () => {
    const cookies = recordCookies()
    cookieJar.set('seen', '1')
    expect(cookies.mock.lastCall?.[0]).not.toContain('expires')
    expect(cookieJar.get('seen')).toBe('1')
  })
})

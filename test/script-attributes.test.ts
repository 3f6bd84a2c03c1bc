// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'

import { DAY, EVENT_PREFIX } from '../src/names.js'
import { host } from './support/load-script.js'
import { errors, hear, load } from './support/script-page.js'

describe('the script’s attributes', () => {
  it.each([
    [
      { 'data-ttl-days': 'a month' },
      'Expected ttlDays to be a positive number, got a month instead.',
    ],
    [{ 'data-ttl': 'slide' }, 'Expected ttl to be fixed or sliding, got slide instead.'],
    [{ 'data-clean-url': 'yes' }, 'Expected cleanUrl to be true or false, got yes instead.'],
    [{ 'data-platform': 'magento' }, 'Expected platform to be an object, got magento instead.'],
    [{ 'data-platform': '__proto__' }, 'Expected platform to be an object, got __proto__ instead.'],
    [
      { 'data-layers': 'cookies' },
      'Expected layers to be cart-attributes or local-storage or cookie, got cookies instead.',
    ],
    [
      { 'data-expiry-notice-before': 'soon' },
      'Expected expiry.noticeBefore to be positive numbers, got soon instead.',
    ],
    [
      { 'data-terms': '{SAVE10:10}' },
      'Expected terms to be an object or a function, got {SAVE10:10} instead.',
    ],
    [{ 'data-terms': '0' }, 'Expected terms to be an object or a function, got 0 instead.'],
    [{ 'data-terms': 'null' }, 'Expected terms to be an object or a function, got null instead.'],
    [{ 'data-terms': '' }, 'Expected terms to be an object or a function, got true instead.'],
  ])('that are wrong, %j, leave the page as it was and tell why', async (attributes, message) => {
    const heard = hear('error')
    history.replaceState(undefined, '', '/?discount=SAVE10')
    const queued = vi.fn()
    host.DiscountKeeper = { q: [queued] }
    await load(attributes)
    expect(errors(heard)).toEqual([{ code: 'OPTION', message }])
    expect(host.DiscountKeeper).toEqual({ q: [queued] })
    expect(queued).not.toHaveBeenCalled()
    expect([localStorage.length, document.cookie]).toEqual([0, ''])
  })

  it('choose the platform, by default what the page is', async () => {
    expect((await load({ 'data-auto': 'false' })).inspect().platform).toBe('generic')
    host.DiscountKeeper = undefined
    host.Shopify = {}
    expect((await load({ 'data-auto': 'false' })).inspect().platform).toBe('shopify-theme')
    host.DiscountKeeper = undefined
    const chosen = await load({ 'data-auto': 'false', 'data-platform': 'generic' })
    expect(chosen.inspect().platform).toBe('generic')
  })

  it('name parameters and what codes may hold', async () => {
    history.replaceState(undefined, '', '/?coupon=25%25OFF&discount=NO&creator=jane')
    const keeper = await load({
      'data-params-discount': 'coupon, promo',
      'data-params-ref': 'creator',
      'data-params-allow': '%',
    })
    await keeper.start()
    expect(keeper.grants.map(({ code }) => code)).toEqual(['25%OFF'])
    expect(keeper.ref?.ref).toBe('jane')
  })

  it('set the days, the layers and the clean address', async () => {
    history.replaceState(undefined, '', '/?discount=SAVE10&a=1')
    const keeper = await load({
      'data-ttl-days': '7',
      'data-ttl': 'sliding',
      'data-layers': 'local-storage',
      'data-clean-url': '',
    })
    await keeper.start()
    const [{ expiresAt, grantedAt } = { expiresAt: 0, grantedAt: 0 }] = keeper.grants
    expect(expiresAt - grantedAt).toBe(7 * DAY)
    expect(localStorage.getItem('cc_discount_code')).toContain('SAVE10')
    expect(document.cookie).not.toContain('cc_discount_code')
    expect(location.search).toBe('?a=1')
  })

  it('set stacking', async () => {
    history.replaceState(undefined, '', '/?discount=A')
    const keeper = await load({ 'data-stacking': 'combine' })
    history.replaceState(undefined, '', '/?discount=B')
    await keeper.start()
    expect(keeper.grants.map(({ code }) => code)).toEqual(['A', 'B'])
  })

  it('set consent, the ways to checkout and debug', async () => {
    const log = vi.spyOn(console, 'debug').mockReturnValue(undefined)
    history.replaceState(undefined, '', '/?discount=A&ref=jane')
    const keeper = await load({
      'data-consent': 'required',
      'data-checkout-paths': '/kasse',
      'data-checkout-origins': 'https://pay.example',
      'data-debug': '',
    })
    await keeper.start()
    expect(keeper.ref?.ref).toBe('jane')
    expect(localStorage.getItem('cc_ref')).toBeNull()
    expect(keeper.checkoutUrl('/kasse')).toBe('/kasse?discount=A')
    expect(keeper.checkoutUrl('https://pay.example/checkout')).toContain('discount=A')
    expect(log.mock.calls).toContainEqual([EVENT_PREFIX + 'granted'])
  })

  it('set the terms of codes, as JSON', async () => {
    history.replaceState(undefined, '', '/?discount=SAVE10')
    const keeper = await load({
      'data-terms': '{"save10":{"percentage":10,"everyProduct":true,"startsAt":0}}',
    })
    await keeper.start()
    expect(keeper.grants).toMatchObject([{ code: 'SAVE10', startsAt: 0 }])
    expect(keeper.price(2400)).toBe(2160)
  })

  it('set the notices and the code that follows', async () => {
    const [expiring, expired] = [hear('expiring'), hear('expired')]
    history.replaceState(undefined, '', '/?discount=A')
    const keeper = await load({
      'data-expiry-notice-before': '24,9000',
      'data-expiry-alternative': 'LATE5',
    })
    await keeper.start()
    await vi.waitFor(() => expect(expiring).toHaveLength(1))
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31 * DAY })
    window.dispatchEvent(new Event('online'))
    await vi.waitFor(() => expect(keeper.grants.map(({ code }) => code)).toEqual(['LATE5']))
    expect(expired).toHaveLength(1)
    vi.useRealTimers()
  })
})

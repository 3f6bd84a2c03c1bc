// @vitest-environment jsdom
import Cookies from 'js-cookie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { DAY, EVENT_PREFIX } from '../src/names.js'
import { host, listen, loadScript } from './support/load-script.js'

const open: { stop: () => void }[] = []
const hear = (name: string) => {
  const ears = listen(name)
  open.push(ears)
  return ears.heard
}
const load = async (attributes?: Readonly<Record<string, string>>) => {
  const keeper = await loadScript(attributes)
  const { stop } = host.DiscountKeeper ?? {}
  if (stop) open.push({ stop })
  return keeper
}
const errors = (heard: readonly unknown[]) =>
  heard.map((detail) => {
    const { code, message } = (detail as { readonly error: { code: string; message: string } })
      .error
    return { code, message }
  })

beforeEach(() => {
  host.DiscountKeeper = undefined
  host.Shopify = undefined
  history.replaceState(undefined, '', '/')
})

afterEach(() => {
  for (const { stop } of open.splice(0)) stop()
  localStorage.clear()
  for (const name of Object.keys(Cookies.get())) Cookies.remove(name)
})

describe('the script', () => {
  it('makes window.DiscountKeeper a keeper that has begun', async () => {
    const ready = hear('ready')
    const keeper = await load()
    await keeper.start()
    expect(keeper.inspect()).toMatchObject({ platform: 'generic', version: '0.1.0' })
    expect(ready).toEqual([{ grants: [], ref: undefined }])
  })

  it('keeps the code of the page it is on', async () => {
    history.replaceState(undefined, '', '/?discount=SAVE10&ref=jane')
    const keeper = await load()
    expect(keeper.grants.map(({ code }) => code)).toEqual(['SAVE10'])
    expect(keeper.ref?.ref).toBe('jane')
  })

  it('waits to be started where data-auto is false', async () => {
    history.replaceState(undefined, '', '/?discount=SAVE10')
    const ready = hear('ready')
    const keeper = await load({ 'data-auto': 'false' })
    expect(keeper.grants).toEqual([])
    expect(ready).toEqual([])
    await keeper.start()
    expect(keeper.grants.map(({ code }) => code)).toEqual(['SAVE10'])
    expect(ready).toHaveLength(1)
  })
})

describe('the script’s queue', () => {
  it('runs what was pushed before it came, in order, with the keeper', async () => {
    const order: unknown[] = []
    const first = (keeper: unknown) => order.push('first', keeper)
    host.DiscountKeeper = { q: [first, () => order.push('second')] }
    const keeper = await load()
    expect(order).toEqual(['first', keeper, 'second'])
  })

  it('runs what is pushed from then on at once', async () => {
    const { q } = await load()
    const run = vi.fn()
    q.push(run)
    expect(run.mock.calls).toEqual([[host.DiscountKeeper]])
  })

  it('goes on past a function that throws, and tells the error', async () => {
    const heard = hear('error')
    const after = vi.fn()
    const broken = () => {
      throw new TypeError('theirs')
    }
    host.DiscountKeeper = { q: [broken, after] }
    const { q } = await load()
    q.push(broken)
    expect(after).toHaveBeenCalledTimes(1)
    expect(errors(heard).map(({ code }) => code)).toEqual(['CALLBACK', 'CALLBACK'])
  })

  it('goes on past what is no function', async () => {
    const heard = hear('error')
    const after = vi.fn()
    host.DiscountKeeper = { q: [undefined, 'text', after] }
    await load()
    expect(after).toHaveBeenCalledTimes(1)
    expect(heard).toHaveLength(2)
  })

  it.each([[undefined], [{}], [7], ['text'], [{ push: 7 }]])(
    'is a queue of its own where the page left %j',
    async (q) => {
      host.DiscountKeeper = { q }
      const run = vi.fn()
      ;(await load()).q.push(run)
      expect(run).toHaveBeenCalledTimes(1)
    },
  )
})

describe('the script on the page twice', () => {
  it('leaves the first keeper, warns once and does everything once', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined)
    const granted = hear('granted')
    const ready = hear('ready')
    history.replaceState(undefined, '', '/?discount=SAVE10')
    const early = vi.fn()
    host.DiscountKeeper = { q: [early] }
    const first = await load()
    const second = await load({ 'data-ttl-days': 'wrong' })
    await first.start()
    expect(second).toBe(first)
    expect(warn).toHaveBeenCalledTimes(1)
    expect(early).toHaveBeenCalledTimes(1)
    expect(granted).toHaveLength(1)
    expect(ready).toHaveLength(1)
  })
})

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

  it('set the notices and the code that follows', async () => {
    const [expiring, expired] = [hear('expiring'), hear('expired')]
    history.replaceState(undefined, '', '/?discount=A')
    const keeper = await load({
      'data-expiry-notice-before': '24,9000',
      'data-expiry-alternative': 'LATE5',
    })
    await keeper.start()
    expect(expiring).toHaveLength(1)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31 * DAY })
    window.dispatchEvent(new Event('online'))
    await vi.waitFor(() => expect(keeper.grants.map(({ code }) => code)).toEqual(['LATE5']))
    expect(expired).toHaveLength(1)
    vi.useRealTimers()
  })
})

import { describe, expect, it, vi } from 'vitest'

import {
  cookiebot,
  fromFunction,
  googleConsentMode,
  gpp,
  oneTrust,
  shopifyCustomerPrivacy,
  tcf,
  wpConsentApi,
} from '../../src/consent/index.js'
import { openStubPage } from './open-stub-page.js'

describe('a source on a server', () => {
  it.each([cookiebot, googleConsentMode, gpp, oneTrust, shopifyCustomerPrivacy, tcf, wpConsentApi])(
    'has no answer and throws nothing: %o',
    (open) => {
      const source = open()
      expect(source.attribution()).toBeUndefined()
      const watch = () => source.watch?.(() => undefined, new AbortController().signal)
      expect(watch).not.toThrow()
    },
  )
})

describe('shopifyCustomerPrivacy()', () => {
  it('asks for what it is told to, all of it', () => {
    const { put, view } = openStubPage()
    const api = { marketingAllowed: () => true, saleOfDataAllowed: () => false }
    put('Shopify', { customerPrivacy: api })
    expect(shopifyCustomerPrivacy({ view }).attribution()).toBe(true)
    const attribution = ['marketing', 'saleOfData'] as const
    expect(shopifyCustomerPrivacy({ view, attribution }).attribution()).toBe(false)
  })
})

describe('wpConsentApi()', () => {
  it('is a yes where the plugin knows of no law that asks', () => {
    const { put, view } = openStubPage()
    put('wp_has_consent', () => true)
    expect(wpConsentApi({ view }).attribution()).toBe(true)
  })

  it('has no answer while the page still finds out which law holds', () => {
    const { put, view } = openStubPage()
    put('wp_has_consent', () => true)
    put('waitfor_consent_hook', true)
    const source = wpConsentApi({ view })
    expect(source.attribution()).toBeUndefined()
    put('wp_consent_type', 'optout')
    expect(source.attribution()).toBe(true)
  })

  it('tells a refusal from silence by the cookie, whatever its prefix', () => {
    const { document, put, view } = openStubPage()
    put('wp_has_consent', () => false)
    put('consent_api', { cookie_prefix: 'shop' })
    const source = wpConsentApi({ view })
    document.cookie = 'wp_consent_marketing=deny; shop_marketing=; my_shop_marketing=deny'
    expect(source.attribution()).toBeUndefined()
    document.cookie = 'a=b; shop_marketing=deny'
    expect(source.attribution()).toBe(false)
  })
})

describe('oneTrust()', () => {
  it('is a yes where a group is active without an answer, as under an opt-out law', () => {
    const { put, view } = openStubPage()
    put('OnetrustActiveGroups', ',C0001,C0002,C0003,C0004,')
    expect(oneTrust({ view }).attribution()).toBe(true)
  })

  it('takes no group for another whose name begins with its own', () => {
    const { document, put, view } = openStubPage()
    document.cookie = 'OptanonAlertBoxClosed=2026-11-21'
    put('OnetrustActiveGroups', ',C0001,C00041,AC0004,')
    expect(oneTrust({ view }).attribution()).toBe(false)
    expect(oneTrust({ view, attribution: ['C00041', 'AC0004'] }).attribution()).toBe(true)
  })

  it('leaves the wrapper of the page alone', () => {
    const { put, view } = openStubPage()
    const wrapper = vi.fn<() => void>()
    put('OptanonWrapper', wrapper)
    oneTrust({ view }).watch?.(() => undefined, new AbortController().signal)
    expect(Reflect.get(view(), 'OptanonWrapper')).toBe(wrapper)
    expect(wrapper).not.toHaveBeenCalled()
  })
})

describe('cookiebot()', () => {
  it('is a yes where consent is implied', () => {
    const { put, view } = openStubPage()
    put('Cookiebot', { hasResponse: false, consent: { marketing: true, method: 'implied' } })
    expect(cookiebot({ view }).attribution()).toBe(true)
  })
})

describe('fromFunction()', () => {
  const settle = () =>
    new Promise((resolve) => {
      setTimeout(resolve)
    })

  it('asks a plain function each time', () => {
    let answer = true
    const source = fromFunction(() => answer)
    expect(source.attribution()).toBe(true)
    answer = false
    expect(source.attribution()).toBe(false)
  })

  it('asks for a promise once, and tells when it settles', async () => {
    const ask = vi.fn(() => Promise.resolve(true))
    const source = fromFunction(ask)
    const changed = vi.fn(() => void source.attribution())
    source.watch?.(changed, new AbortController().signal)
    expect(source.attribution()).toBeUndefined()
    await settle()
    source.attribution()
    await settle()
    expect(source.attribution()).toBe(true)
    expect(ask).toHaveBeenCalledTimes(1)
    expect(changed).toHaveBeenCalledTimes(1)
  })

  it('stands by its answer until the next promise settles, and believes none older', async () => {
    const answers: ((is: boolean) => void)[] = []
    const ask = () => new Promise<boolean>((resolve) => answers.push(resolve))
    let tell = (): void => undefined
    const watch = (changed: () => void) => {
      tell = changed
    }
    const source = fromFunction(ask, { watch })
    source.watch?.(() => void source.attribution(), new AbortController().signal)
    source.attribution()
    answers[0]?.(true)
    await settle()
    tell()
    tell()
    expect(source.attribution()).toBe(true)
    answers[2]?.(false)
    await settle()
    answers[1]?.(true)
    await settle()
    expect(source.attribution()).toBe(false)
  })
})

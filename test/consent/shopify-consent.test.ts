// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'

import { ajaxCart } from '../../src/platforms/shopify-theme/ajax-cart.js'
import { openTheme } from '../support/theme-view.js'

const sourceOf = (Shopify?: object) => {
  const { view } = openTheme({ Shopify })
  return ajaxCart(() => view).consent?.()
}
const privacy = (marketing: boolean, isBannerOpen?: boolean) => ({
  marketingAllowed: () => marketing,
  ...(isBannerOpen !== undefined && { shouldShowBanner: () => isBannerOpen }),
})
const collect = () => document.dispatchEvent(new Event('visitorConsentCollected'))

describe('ajaxCart().consent', () => {
  it('is absent where the page has no Customer Privacy API and cannot load it', () => {
    expect(sourceOf()).toBeUndefined()
    expect(sourceOf({})).toBeUndefined()
    expect(sourceOf({ routes: { root: '/' } })).toBeUndefined()
  })

  it.each([true, false])('answers %s as marketing is allowed', (answer) => {
    expect(sourceOf({ customerPrivacy: privacy(answer) })?.attribution()).toBe(answer)
    expect(sourceOf({ customerPrivacy: privacy(answer, false) })?.attribution()).toBe(answer)
  })

  it('has no answer while the banner waits for one', () => {
    expect(sourceOf({ customerPrivacy: privacy(true, true) })?.attribution()).toBeUndefined()
    expect(sourceOf({ customerPrivacy: privacy(false, true) })?.attribution()).toBeUndefined()
  })

  it('has no answer from an API that is only a stub', () => {
    expect(sourceOf({ customerPrivacy: {} })?.attribution()).toBeUndefined()
  })

  it('loads the API where it is missing, and asks it once it is there', () => {
    const asked: object[] = []
    const shopify: Record<string, unknown> = {
      loadFeatures: (features: readonly object[], loaded: () => void) =>
        asked.push({ features, loaded }),
    }
    const source = sourceOf(shopify)
    expect(source?.attribution()).toBeUndefined()
    expect(asked).toEqual([])
    const changed = vi.fn<() => void>()
    source?.watch?.(changed, new AbortController().signal)
    const features = [{ name: 'consent-tracking-api', version: '0.1' }]
    expect(asked).toEqual([{ features, loaded: expect.any(Function) as unknown }])
    expect(changed).not.toHaveBeenCalled()
    shopify['customerPrivacy'] = privacy(true)
    for (const { loaded } of asked as { readonly loaded: () => void }[]) loaded()
    expect(changed).toHaveBeenCalledTimes(1)
    expect(source?.attribution()).toBe(true)
  })

  it('does not load an API that is there', () => {
    const loadFeatures = vi.fn()
    const source = sourceOf({ customerPrivacy: privacy(true), loadFeatures })
    source?.watch?.(vi.fn(), new AbortController().signal)
    expect(loadFeatures).not.toHaveBeenCalled()
  })

  it('tells of each answer of the shopper until it is stopped', () => {
    const stopped = new AbortController()
    const changed = vi.fn()
    sourceOf({ customerPrivacy: privacy(true) })?.watch?.(changed, stopped.signal)
    collect()
    collect()
    expect(changed).toHaveBeenCalledTimes(2)
    stopped.abort()
    collect()
    expect(changed).toHaveBeenCalledTimes(2)
  })

  it('tells nothing of an API that arrives after it was stopped', () => {
    const arrivals: (() => void)[] = []
    const loadFeatures = (_: unknown, loaded: () => void) => arrivals.push(loaded)
    const stopped = new AbortController()
    const changed = vi.fn<() => void>()
    sourceOf({ loadFeatures })?.watch?.(changed, stopped.signal)
    stopped.abort()
    expect(arrivals).toHaveLength(1)
    for (const arrive of arrivals) arrive()
    expect(changed).not.toHaveBeenCalled()
  })
})

import { describe, expect, it, vi } from 'vitest'

import { googleConsentMode } from '../../src/consent/index.js'
import { openGooglePage } from './vendors/google-vendor.js'

const openGoogle = (options: Parameters<typeof googleConsentMode>[0] = {}) => {
  const page = openGooglePage()
  page.arrive()
  const source = googleConsentMode({ view: page.view, ...options })
  const changed = vi.fn<() => void>()
  const stopped = new AbortController()
  return { ...page, changed, source, stopped, watch: () => source.watch?.(changed, stopped.signal) }
}
const both = (state: string) => ({ ad_storage: state, ad_user_data: state })
const nextTask = () =>
  new Promise((resolve) => {
    setTimeout(resolve)
  })

describe('googleConsentMode()', () => {
  it.each([
    [{ ad_storage: 'granted', ad_user_data: 'granted' }, true],
    [{ ad_storage: 'granted', ad_user_data: 'denied' }, false],
    [{ ad_storage: 'granted' }, undefined],
    [{ analytics_storage: 'granted' }, undefined],
  ])('needs both types of the affiliate: an update of %j is %s', (update, is) => {
    const { gtag, source } = openGoogle()
    gtag('consent', 'update', update)
    expect(source.attribution()).toBe(is)
  })

  it('takes a default of denied for the time before an answer', () => {
    const { gtag, source } = openGoogle()
    gtag('consent', 'default', both('denied'))
    expect(source.attribution()).toBeUndefined()
  })

  it('takes a default of granted for a yes', () => {
    const { gtag, source } = openGoogle()
    gtag('consent', 'default', both('granted'))
    expect(source.attribution()).toBe(true)
  })

  it('does not guess which of two regions the shopper is in', () => {
    const { gtag, source } = openGoogle()
    gtag('consent', 'default', both('granted'))
    gtag('consent', 'default', { ...both('denied'), region: ['DE', 'FR'] })
    expect(source.attribution()).toBeUndefined()
    gtag('consent', 'update', both('granted'))
    expect(source.attribution()).toBe(true)
  })

  it('believes the latest update, and no default after it', () => {
    const { gtag, source } = openGoogle()
    gtag('consent', 'update', both('granted'))
    gtag('consent', 'update', both('denied'))
    gtag('consent', 'default', both('granted'))
    expect(source.attribution()).toBe(false)
  })

  it('remembers what a tag manager cut off the data layer', () => {
    const { dataLayer, gtag, source } = openGoogle()
    gtag('consent', 'update', both('denied'))
    expect(source.attribution()).toBe(false)
    dataLayer.splice(0)
    gtag('event', 'page_view')
    expect(source.attribution()).toBe(false)
  })

  it('reads a layer of another name, and other types', () => {
    const { gtag, dataLayer, put, view } = openGooglePage()
    put('otherLayer', dataLayer)
    const source = googleConsentMode({ view, layer: 'otherLayer', attribution: ['ad_storage'] })
    gtag('consent', 'update', { ad_storage: 'granted' })
    expect(source.attribution()).toBe(true)
  })

  it('replaces nothing of the data layer', () => {
    const { dataLayer, source, watch } = openGoogle()
    const { push } = dataLayer
    watch()
    source.attribution()
    expect(dataLayer.push).toBe(push)
    expect(Object.keys(dataLayer)).toEqual([])
  })

  it('looks after a click, and tells only of another answer', async () => {
    const { changed, click, gtag, watch } = openGoogle()
    gtag('consent', 'default', both('denied'))
    watch()
    click(() => gtag('event', 'select_item'))
    await nextTask()
    expect(changed).not.toHaveBeenCalled()
    click(() => gtag('consent', 'update', both('granted')))
    await nextTask()
    expect(changed).toHaveBeenCalledTimes(1)
    click(() => gtag('consent', 'update', both('granted')))
    await nextTask()
    expect(changed).toHaveBeenCalledTimes(1)
  })

  it('tells nothing when it was stopped between the click and the look', async () => {
    const { changed, click, gtag, stopped, watch } = openGoogle()
    watch()
    click(() => gtag('consent', 'update', both('granted')))
    stopped.abort()
    await nextTask()
    expect(changed).not.toHaveBeenCalled()
  })

  it.each(['document', 'window'] as const)('looks on an event of the %s that is named', (place) => {
    const { changed, gtag, watch, ...page } = openGoogle({ events: ['banner_answered'] })
    watch()
    gtag('consent', 'update', both('granted'))
    page[place].dispatchEvent(new Event('banner_answered'))
    expect(changed).toHaveBeenCalledTimes(1)
  })
})

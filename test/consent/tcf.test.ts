import { describe, expect, it, vi } from 'vitest'

import { tcf } from '../../src/consent/index.js'
import { openTcfPage } from './vendors/tcf-vendor.js'

const openTcf = (options: Parameters<typeof tcf>[0] = {}) => {
  const page = openTcfPage()
  const source = tcf({ view: page.view, ...options })
  const stopped = new AbortController()
  const changed = vi.fn<() => void>()
  return { ...page, changed, source, stopped, watch: () => source.watch?.(changed, stopped.signal) }
}
const decided = (consents: object, eventStatus = 'useractioncomplete') => ({
  eventStatus,
  purpose: { consents, legitimateInterests: { 1: true, 7: true } },
})

describe('tcf()', () => {
  it.each([
    [{ 1: true, 7: true }, true],
    [{ 1: true, 7: true, 2: false }, true],
    [{ 1: true }, false],
    [{ 7: true }, false],
    [{ 1: false, 7: true }, false],
    [{}, false],
  ])('needs consent to purposes 1 and 7: %j is %s', (consents, is) => {
    const { arrive, source, tell, watch } = openTcf()
    arrive()
    watch()
    tell(decided(consents))
    expect(source.attribution()).toBe(is)
  })

  it('asks for other purposes where it is told to', () => {
    const { arrive, source, tell, watch } = openTcf({ attribution: [1, 2, 9], discount: [3] })
    arrive()
    watch()
    tell(decided({ 1: true, 2: true, 3: false, 9: true }))
    expect([source.attribution(), source.discount?.()]).toEqual([true, false])
  })

  it('asks for nothing, and gets no answer, where it is told to ask for nothing', () => {
    const { arrive, source, tell, watch } = openTcf({ attribution: [] })
    arrive()
    watch()
    tell(decided({ 1: true, 7: true }))
    expect(source.attribution()).toBeUndefined()
  })

  it('is a yes where GDPR does not apply', () => {
    const { arrive, source, tell, watch } = openTcf({ discount: [1] })
    arrive()
    watch()
    tell({ gdprApplies: false, eventStatus: undefined, purpose: undefined })
    expect([source.attribution(), source.discount?.()]).toEqual([true, true])
  })

  it('has no answer while it is not known whether GDPR applies', () => {
    const { arrive, source, tell, watch } = openTcf()
    arrive()
    watch()
    tell({ ...decided({ 1: true, 7: true }), gdprApplies: undefined })
    expect(source.attribution()).toBeUndefined()
  })

  it('takes the string of an earlier visit', () => {
    const { arrive, source, tell, watch } = openTcf()
    arrive()
    tell(decided({ 1: true, 7: true }, 'tcloaded'))
    watch()
    expect(source.attribution()).toBe(true)
  })

  it('has no answer while the banner is up, also when it is up again', () => {
    const { arrive, source, tell, watch } = openTcf()
    arrive()
    watch()
    tell(decided({ 1: true, 7: true }))
    tell({ eventStatus: 'cmpuishown' })
    expect(source.attribution()).toBeUndefined()
    tell({ eventStatus: 'useractioncomplete' })
    expect(source.attribution()).toBe(true)
  })

  it('registers with a stub, and hears when the platform behind it answers', () => {
    const { api, changed, put, source, tell, watch } = openTcf()
    const queue: Parameters<typeof api>[] = []
    put('__tcfapi', (...given: Parameters<typeof api>) => queue.push(given))
    watch()
    expect(queue).toHaveLength(1)
    expect(changed).not.toHaveBeenCalled()
    for (const given of queue) api(...given)
    tell(decided({ 1: true, 7: true }))
    expect(source.attribution()).toBe(true)
  })

  it('takes itself off a stub whose platform comes after it was stopped', () => {
    const { api, changed, listeners, put, stopped, watch } = openTcf()
    const queue: Parameters<typeof api>[] = []
    put('__tcfapi', (...given: Parameters<typeof api>) => {
      if (queue.length) api(...given)
      else queue.push(given)
    })
    watch()
    stopped.abort()
    for (const given of queue.slice()) api(...given)
    expect(changed).not.toHaveBeenCalled()
    expect(listeners()).toBe(0)
  })

  it('registers once, however often the page says that it has loaded', () => {
    const { arrive, listeners, load, stopped, watch } = openTcf()
    arrive()
    watch()
    load()
    load()
    // the API, and two events of the page
    expect(listeners()).toBe(3)
    stopped.abort()
    expect(listeners()).toBe(0)
  })
})

import { describe, expect, it } from 'vitest'

import type { DiscountKeeperOptions } from '../src/options.js'
import { readOptions } from '../src/settings.js'
import { stackingRules } from '../src/grant/stacking.js'
import { DAY, HOUR } from '../src/names.js'
import { generic } from '../src/platforms/generic.js'
import { entry } from './support/entry.js'

const shop = generic()

/** Options as a page without types may write them. */
const read = (options: unknown) => readOptions(options as DiscountKeeperOptions, shop)

describe('readOptions() defaults', () => {
  it('are those that the documentation names', () => {
    const { alternative, ...settings } = read({})
    expect(settings).toEqual({
      params: { discount: ['discount'], ref: ['ref', 'via', 'cc_ref'], token: ['cc_token'] },
      allow: undefined,
      ttl: 30 * DAY,
      sliding: false,
      rule: stackingRules.last,
      layers: ['cart-attributes', 'local-storage', 'cookie'],
      consent: 'granted',
      origins: [],
      paths: [],
      noticeBefore: [24 * HOUR],
      cleanUrl: false,
      debug: false,
      platform: shop,
    })
    expect(alternative(entry())).toBeUndefined()
  })

  it('stand in for options that are undefined', () => {
    const all = { platform: undefined, params: undefined, ttlDays: undefined, expiry: undefined }
    const inner = { ...all, params: { discount: undefined }, checkout: { paths: undefined } }
    for (const options of [all, inner]) {
      const { params, paths, ttl } = read(options)
      expect({ params, paths, ttl }).toEqual({
        params: { discount: ['discount'], ref: ['ref', 'via', 'cc_ref'], token: ['cc_token'] },
        paths: [],
        ttl: 30 * DAY,
      })
    }
  })
})

describe('readOptions() takes', () => {
  const rule = () => []
  const source = { attribution: () => true }
  const own = { name: 'own', durability: 'session', read: () => '', write: () => undefined }
  it.each([
    ['ttlDays', { ttlDays: 7 }, { ttl: 7 * DAY }],
    ['ttlDays as text', { ttlDays: '7' }, { ttl: 7 * DAY }],
    ['half a day', { ttlDays: 0.5 }, { ttl: 12 * HOUR }],
    ['ttl fixed', { ttl: 'fixed' }, { sliding: false }],
    ['ttl sliding', { ttl: 'sliding' }, { sliding: true }],
    ['stacking first', { stacking: 'first' }, { rule: stackingRules.first }],
    ['stacking best', { stacking: 'best' }, { rule: stackingRules.best }],
    ['stacking combine', { stacking: 'combine' }, { rule: stackingRules.combine }],
    ['a stacking rule', { stacking: rule }, { rule }],
    ['one layer', { layers: 'cookie' }, { layers: ['cookie'] }],
    [
      'layers as text',
      { layers: 'cookie, local-storage' },
      { layers: ['cookie', 'local-storage'] },
    ],
    ['a layer of the page', { layers: [own, 'cookie'] }, { layers: [own, 'cookie'] }],
    ['no layers', { layers: [] }, { layers: [] }],
    ['consent required', { consent: 'required' }, { consent: 'required' }],
    ['a consent source', { consent: source }, { consent: source }],
    ['origins', { checkout: { origins: 'https://a.example' } }, { origins: ['https://a.example'] }],
    ['paths', { checkout: { paths: ['/kasse', '/pay'] } }, { paths: ['/kasse', '/pay'] }],
    ['one notice', { expiry: { noticeBefore: 2 } }, { noticeBefore: [2 * HOUR] }],
    ['notices as text', { expiry: { noticeBefore: '24,1' } }, { noticeBefore: [24 * HOUR, HOUR] }],
    ['no notices', { expiry: { noticeBefore: [] } }, { noticeBefore: [] }],
    ['terms by code', { terms: { A: {} } }, { terms: { A: {} } }],
    ['terms by a function', { terms: rule }, { terms: rule }],
    ['allow', { params: { allow: '%' } }, { allow: '%' }],
    ['switches', { cleanUrl: true, debug: true }, { cleanUrl: true, debug: true }],
    ['switches as text', { cleanUrl: 'true', debug: 'false' }, { cleanUrl: true, debug: false }],
  ])('%s', (_, options, settings) => {
    expect(read(options)).toMatchObject(settings)
  })

  it('names of parameters, one, as text or as a list, and keeps the other default', () => {
    expect(read({ params: { discount: 'coupon' } }).params).toEqual({
      discount: ['coupon'],
      ref: ['ref', 'via', 'cc_ref'],
      token: ['cc_token'],
    })
    expect(read({ params: { ref: 'aff, creator', discount: ['a', 'b'] } }).params).toEqual({
      discount: ['a', 'b'],
      ref: ['aff', 'creator'],
      token: ['cc_token'],
    })
  })

  it('an alternative as a code or as a function of the grant', () => {
    expect(read({ expiry: { alternative: 'LATE5' } }).alternative(entry())).toBe('LATE5')
    const alternative = ({ code }: { readonly code: string }) => code + '5'
    expect(read({ expiry: { alternative } }).alternative(entry())).toBe('SAVE105')
  })
})

describe('readOptions() lists', () => {
  it('ignore gaps', () => {
    const { noticeBefore, origins, params, paths } = read({
      params: { discount: ' coupon, ', ref: 'a,,b' },
      checkout: { origins: 'https://a.example,', paths: ' /kasse ' },
      expiry: { noticeBefore: '24, ' },
    })
    expect({ params, origins, paths }).toEqual({
      params: { discount: ['coupon'], ref: ['a', 'b'], token: ['cc_token'] },
      origins: ['https://a.example'],
      paths: ['/kasse'],
    })
    expect(noticeBefore).toEqual([24 * HOUR])
  })
})

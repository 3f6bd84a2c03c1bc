import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { DiscountKeeperError } from '../src/errors.js'
import type { DiscountKeeperOptions, Settings } from '../src/options.js'
import { readOptions } from '../src/options.js'
import { stackingRules } from '../src/grant/stacking.js'
import { DAY, HOUR } from '../src/names.js'
import { generic } from '../src/platforms/generic.js'
import { entry } from './support/entry.js'

/** Options as a page without types may write them. */
const read = (options: unknown) => readOptions(options as DiscountKeeperOptions)
const thrownBy = (options: unknown): unknown => {
  try {
    return read(options)
  } catch (error) {
    return error
  }
}

describe('readOptions() defaults', () => {
  it('are those that the documentation names', () => {
    const { alternative, platform, ...settings } = read({})
    expect(settings).toEqual({
      params: { discount: ['discount'], ref: ['ref', 'via', 'cc_ref'] },
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
    })
    expect(alternative(entry())).toBeUndefined()
    expect(platform.name).toBe('generic')
  })

  it('stand in for options that are undefined', () => {
    const all = { platform: undefined, params: undefined, ttlDays: undefined, expiry: undefined }
    const inner = { ...all, params: { discount: undefined }, checkout: { paths: undefined } }
    for (const options of [all, inner]) {
      const { params, paths, ttl } = read(options)
      expect({ params, paths, ttl }).toEqual({
        params: { discount: ['discount'], ref: ['ref', 'via', 'cc_ref'] },
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
  const shop = generic()

  it.each([
    ['platform', { platform: shop }, { platform: shop }],
    ['ttlDays', { ttlDays: 7 }, { ttl: 7 * DAY }],
    ['ttlDays as text', { ttlDays: '7' }, { ttl: 7 * DAY }],
    ['half a day', { ttlDays: 0.5 }, { ttl: 12 * HOUR }],
    ['ttl fixed', { ttl: 'fixed' }, { sliding: false }],
    ['ttl sliding', { ttl: 'sliding' }, { sliding: true }],
    ['stacking first', { stacking: 'first' }, { rule: stackingRules.first }],
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
    })
    expect(read({ params: { ref: 'aff, creator', discount: ['a', 'b'] } }).params).toEqual({
      discount: ['a', 'b'],
      ref: ['aff', 'creator'],
    })
  })

  it('an alternative as a code or as a function of the grant', () => {
    expect(read({ expiry: { alternative: 'LATE5' } }).alternative(entry())).toBe('LATE5')
    const alternative = ({ code }: { readonly code: string }) => code + '5'
    expect(read({ expiry: { alternative } }).alternative(entry())).toBe('SAVE105')
  })
})

describe('readOptions() throws', () => {
  const positive = 'a positive number'
  const list = 'a list'

  it.each([
    [{ platform: 'woocommerce' }, 'platform', 'an object', 'woocommerce'],
    [{ platform: null }, 'platform', 'an object', 'null'],
    [{ params: 'coupon' }, 'params', 'an object', 'coupon'],
    [{ params: { discount: 7 } }, 'params.discount', list, '7'],
    [{ params: { discount: '' } }, 'params.discount', list, ''],
    [{ params: { ref: true } }, 'params.ref', list, 'true'],
    [{ params: { allow: 7 } }, 'params.allow', 'a string', '7'],
    [{ ttlDays: 0 }, 'ttlDays', positive, '0'],
    [{ ttlDays: -1 }, 'ttlDays', positive, '-1'],
    [{ ttlDays: 'a month' }, 'ttlDays', positive, 'a month'],
    [{ ttlDays: NaN }, 'ttlDays', positive, 'NaN'],
    [{ ttlDays: Infinity }, 'ttlDays', positive, 'Infinity'],
    [{ ttlDays: 10_000 }, 'ttlDays', positive, '10000'],
    [{ ttlDays: '1e999' }, 'ttlDays', positive, '1e999'],
    [{ ttlDays: true }, 'ttlDays', positive, 'true'],
    [{ ttl: 'slide' }, 'ttl', 'fixed or sliding', 'slide'],
    [{ stacking: 'newest' }, 'stacking', 'last or first or combine or a function', 'newest'],
    [{ layers: 7 }, 'layers', list, '7'],
    [{ consent: 'yes' }, 'consent', 'granted or required or an object', 'yes'],
    [{ checkout: '/kasse' }, 'checkout', 'an object', '/kasse'],
    [{ checkout: { origins: null } }, 'checkout.origins', list, 'null'],
    [{ checkout: { paths: 1 } }, 'checkout.paths', list, '1'],
    [{ expiry: 24 }, 'expiry', 'an object', '24'],
    [{ expiry: { noticeBefore: '1 day' } }, 'expiry.noticeBefore', 'positive numbers', '1 day'],
    [{ expiry: { alternative: 5 } }, 'expiry.alternative', 'a string or a function', '5'],
    [{ cleanUrl: 'yes' }, 'cleanUrl', 'true or false', 'yes'],
    [{ debug: 1 }, 'debug', 'true or false', '1'],
    [{ ttldays: 7 }, 'ttldays', 'left out', '7'],
    [{ params: { refs: 'a' } }, 'params.refs', 'left out', 'a'],
    [{ toString: 1 }, 'toString', 'left out', '1'],
    [{ constructor: 1 }, 'constructor', 'left out', '1'],
    [JSON.parse('{"__proto__":1}'), '__proto__', 'left out', '1'],
  ])('on %j, with what was expected and what came', (options, ...[name, expected, came]) => {
    const error = thrownBy(options)
    expect(error).toBeInstanceOf(DiscountKeeperError)
    expect(error).toMatchObject({
      code: 'OPTION',
      message: `Expected ${name} to be ${expected}, got ${came} instead.`,
    })
  })

  it('nothing but that error, whatever the options hold', { timeout: 60_000 }, () => {
    const value = fc.anything({ withNullPrototype: true, withBigInt: true })
    const inner = fc.dictionary(
      fc.constantFrom('discount', 'ref', 'allow', 'origins', 'paths', 'noticeBefore', 'more'),
      value,
    )
    const name = fc.constantFrom(
      'ttlDays',
      'ttl',
      'stacking',
      'layers',
      'consent',
      'params',
      'checkout',
      'expiry',
      'cleanUrl',
      'platform',
      '__proto__',
    )
    const options = fc.dictionary(name, fc.oneof(value, inner), { maxKeys: 3 })
    fc.assert(
      fc.property(options, (given) => {
        const outcome = thrownBy(given)
        const isRight = outcome instanceof DiscountKeeperError && outcome.code === 'OPTION'
        expect(isRight || (outcome as Partial<Settings>).ttl !== undefined).toBe(true)
      }),
      { numRuns: 1000 },
    )
    expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined()
  })

  it('on the name of an inner option at the top', () => {
    expect(thrownBy({ 'params.ref': ['a'] })).toMatchObject({ code: 'OPTION' })
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
      params: { discount: ['coupon'], ref: ['a', 'b'] },
      origins: ['https://a.example'],
      paths: ['/kasse'],
    })
    expect(noticeBefore).toEqual([24 * HOUR])
  })
})

import { describe, expect, it } from 'vitest'

import { checkOptions } from '../src/check-options.js'
import { DiscountKeeperError } from '../src/errors.js'

/** What comes of options as a page without types may write them. */
const thrownBy = (options: unknown): unknown => {
  try {
    return checkOptions(options)
  } catch (error) {
    return error
  }
}

describe('checkOptions() throws', () => {
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
    [
      { stacking: 'newest' },
      'stacking',
      'last or first or best or combine or a function',
      'newest',
    ],
    [{ layers: 7 }, 'layers', list, '7'],
    [{ consent: 'yes' }, 'consent', 'granted or required or an object', 'yes'],
    [{ checkout: '/kasse' }, 'checkout', 'an object', '/kasse'],
    [{ checkout: { origins: null } }, 'checkout.origins', list, 'null'],
    [{ checkout: { paths: 1 } }, 'checkout.paths', list, '1'],
    [{ expiry: 24 }, 'expiry', 'an object', '24'],
    [{ expiry: { noticeBefore: '1 day' } }, 'expiry.noticeBefore', 'positive numbers', '1 day'],
    [{ expiry: { alternative: 5 } }, 'expiry.alternative', 'a string or a function', '5'],
    [{ terms: 'SAVE10' }, 'terms', 'an object or a function', 'SAVE10'],
    [{ terms: null }, 'terms', 'an object or a function', 'null'],
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

  it('on the name of an inner option at the top', () => {
    expect(thrownBy({ 'params.ref': ['a'] })).toMatchObject({ code: 'OPTION' })
  })
})

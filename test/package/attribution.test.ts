import { describe, expect, it } from 'vitest'
import { bundle, gzipSize } from './bundle.js'

/** What a thank-you page loads to report an order and to send a postback, gzipped and in bytes, a little rounded up. */
const CEILING = 2800
const USER = `import { reportOrder, sendPostback } from 'discount-keeper/attribution'
console.log(reportOrder, sendPostback)`

describe('discount-keeper/attribution in a browser', () => {
  it('brings nothing of coupons, models and commissions', async () => {
    const { code, modules, onDemand } = await bundle(USER)
    const others = modules.filter((module) => !module.startsWith('attribution/browser/'))
    expect(others.sort()).toEqual([
      'attribution/conversions/refusal-of.js',
      'attribution/money.js',
      'attribution/postbacks/postback-template.js',
      'attribution/sources/read-fields.js',
      'currency-digits.js',
      'names.js',
    ])
    expect(onDemand).toBe('')
    process.stdout.write(`reportOrder and sendPostback: ${gzipSize(code)} gzip\n`)
    expect(gzipSize(code)).toBeLessThanOrEqual(CEILING)
  })
})

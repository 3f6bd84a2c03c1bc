import { describe, expect, it } from 'vitest'
import { DEFAULT_TEXTS, defineDiscountNotice } from '../../src/notice/index.js'

describe('on a server', () => {
  it('defineDiscountNotice does nothing', () => {
    expect(() => defineDiscountNotice()).not.toThrow()
  })

  it('the texts can be read', () => {
    expect(DEFAULT_TEXTS.applied).toBe('{code} applied')
  })
})

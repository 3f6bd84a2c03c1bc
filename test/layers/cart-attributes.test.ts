import { describe, expect, it } from 'vitest'

import { cartAttributesLayer } from '../../src/layers/cart-attributes.js'
import { DISCOUNT_KEY, REF_KEY } from '../../src/names.js'

const record = (key: string, ...codes: readonly string[]) => ({
  key,
  codes,
  text: codes.length ? '{"v":1,"grants":[]}' : '',
  expiresAt: 1,
})

describe('cartAttributesLayer()', () => {
  it('wants what was asked for in plain text, under the names merchants read', () => {
    const layer = cartAttributesLayer()
    void layer.write(record(DISCOUNT_KEY, 'SAVE10', 'B'))
    void layer.write(record(REF_KEY, 'jane'))
    expect(layer.wanted).toEqual({ 'cc-discount-code': 'SAVE10,B', 'cc-ref': 'jane' })
  })

  it('is kept only once the cart was read with it', () => {
    const layer = cartAttributesLayer()
    expect(layer.write(record(DISCOUNT_KEY, 'SAVE10'))).toBe(false)
    expect(layer.read(DISCOUNT_KEY)).toBeUndefined()
    layer.found({ 'cc-discount-code': 'SAVE10', gift: 'yes' })
    expect(layer.write(record(DISCOUNT_KEY, 'SAVE10'))).toBe(true)
    expect(layer.read(DISCOUNT_KEY)).toBe('SAVE10')
  })

  it('wants a cart without an attribute left as it is, one with it emptied', () => {
    const layer = cartAttributesLayer()
    expect(layer.write(record(DISCOUNT_KEY))).toBe(true)
    layer.found({ 'cc-discount-code': 'OLD' })
    expect(layer.write(record(DISCOUNT_KEY))).toBe(false)
    expect(layer.wanted).toEqual({ 'cc-discount-code': '' })
  })

  it('is shared by nobody', () => {
    const one = cartAttributesLayer()
    one.found({ 'cc-ref': 'jane' })
    expect(cartAttributesLayer().read(REF_KEY)).toBeUndefined()
  })
})

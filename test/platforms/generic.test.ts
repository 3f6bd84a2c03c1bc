import { describe, expect, it } from 'vitest'

import { generic } from '../../src/platforms/generic.js'

describe('generic()', () => {
  it('knows a way to checkout and no cart', () => {
    const { checkoutPath, ...members } = generic()
    expect(members).toEqual({ name: 'generic' })
    for (const path of ['/checkout', '/checkout/', '/checkouts/1'])
      expect(path).toMatch(checkoutPath)
    for (const path of ['/', '/cart', '/checkout-help', '/my/checkout'])
      expect(path).not.toMatch(checkoutPath)
  })
})

// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { errors, hear, load } from './support/script-page.js'

const entry = () => import('../src/script.woocommerce.js')

describe('the script for WooCommerce', () => {
  it('is on the platform it is for, with the options of its tag', async () => {
    history.replaceState(undefined, '', '/?coupon=SAVE10&ref=jane')
    const keeper = await load({ 'data-params-discount': 'coupon' }, entry)
    await keeper.start()
    expect(keeper.inspect().platform).toBe('woocommerce')
    expect(keeper.grants.map(({ code, status }) => `${code} ${status}`)).toEqual(['SAVE10 held'])
    expect(keeper.ref?.ref).toBe('jane')
  })

  it('knows no other platform', async () => {
    const heard = hear('error')
    await load({ 'data-platform': 'shopify-theme' }, entry)
    expect(errors(heard)).toEqual([
      { code: 'OPTION', message: 'Expected platform to be an object, got shopify-theme instead.' },
    ])
  })

  it('sends nothing and leaves checkout alone while there is no cart', async () => {
    history.replaceState(undefined, '', '/?discount=SAVE10')
    const heard = hear('error')
    const keeper = await load({}, entry)
    await keeper.start()
    expect(keeper.checkoutUrl('/checkout/')).toBe('/checkout/')
    expect(errors(heard)).toEqual([])
  })
})

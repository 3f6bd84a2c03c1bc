import { describe, expect, it } from 'vitest'

import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowser, openSync } from './open-sync.js'

describe('rule 2: read, merge, write', () => {
  it('rule 2 leaves the code the shopper typed in its place and spelling', async () => {
    const shop = openShop()
    const sync = openSync(shop.platform)
    shop.theme.addItem()
    shop.theme.typeCode('Own7')
    sync.grant()
    await sync.check()
    expect(shop.current()?.codes).toEqual(['Own7', 'SAVE10'])
    expect(sync.status()).toBe('applied')
  })

  it('rule 2 takes a code in another case for the same code', async () => {
    const shop = openShop()
    const sync = openSync(shop.platform)
    shop.theme.addItem()
    shop.theme.typeCode('sAvE10')
    sync.grant('SAVE10')
    await sync.check()
    expect(shop.kinds()).not.toContain('visit')
    expect(shop.current()?.codes).toEqual(['sAvE10'])
    expect(sync.status()).toBe('applied')
  })

  it('rule 2 replaces what we put there before, and nothing else', async () => {
    const shop = openShop()
    const sync = openSync(shop.platform)
    shop.theme.addItem()
    sync.grant('SAVE10')
    await sync.check()
    shop.theme.setCodes(['SAVE10', 'OWN7'])
    await sync.check('codes')
    sync.grant('EXTRA5')
    sync.end('SAVE10', 'rejected')
    await sync.check()
    expect(shop.current()?.codes).toEqual(['OWN7', 'EXTRA5'])
  })

  it('rule 2 does not take a code off a cart where it was not ours', async () => {
    const shop = openShop()
    const sync = openSync(shop.platform)
    shop.theme.addItem()
    shop.theme.typeCode('SAVE10')
    sync.grant('SAVE10', { status: 'rejected' })
    sync.grant('EXTRA5')
    await sync.check()
    expect(shop.current()?.codes).toEqual(['SAVE10', 'EXTRA5'])
  })

  it('rule 2 sends no code list where only attributes differ', async () => {
    const shop = openShop()
    const sync = openSync(shop.platform)
    shop.theme.addItem()
    shop.theme.typeCode('OWN7')
    sync.refer('ANNA')
    await sync.check()
    expect(shop.writes()).toEqual([{ codes: undefined, attributes: { 'cc-ref': 'ANNA' } }])
    expect(shop.current()?.codes).toEqual(['OWN7'])
  })

  it('rule 2 sends an empty list only to take off the last code, which was ours', async () => {
    const shop = openShop()
    const sync = openSync(shop.platform)
    shop.theme.addItem()
    sync.grant()
    await sync.check()
    await sync.check('items')
    expect(shop.writtenCodes()).toEqual([['SAVE10']])
    sync.end('SAVE10', 'removed')
    await sync.check()
    expect(shop.writtenCodes()).toEqual([['SAVE10'], []])
    expect(shop.current()?.codes).toEqual([])
  })

  it('rule 2 leaves attributes of others alone', async () => {
    const shop = openShop()
    const sync = openSync(shop.platform)
    shop.makeCart({ items: 1, attributes: { gift: 'yes', 'cc-discount-code': 'OLD' } })
    sync.grant()
    await sync.check()
    expect(shop.current()?.attributes).toEqual({ gift: 'yes', 'cc-discount-code': 'SAVE10' })
    expect(Object.keys(shop.writes()[0]?.attributes ?? {})).toEqual(['cc-discount-code'])
  })
})
describe('attribution', () => {
  it('rule 2 keeps the ref off the cart until it may be there, and takes it off again', async () => {
    const shop = openShop()
    const browser = openBrowser()
    const sync = openSync(shop.platform, browser)
    browser.consent.attribution = false
    shop.theme.addItem()
    sync.grant()
    sync.refer('ANNA')
    await sync.check()
    expect(shop.current()?.attributes).toEqual({ 'cc-discount-code': 'SAVE10' })
    browser.consent.attribution = true
    sync.refer('ANNA')
    await sync.check()
    expect(shop.current()?.attributes).toMatchObject({ 'cc-ref': 'ANNA' })
    browser.consent.attribution = false
    await sync.check()
    expect(shop.current()?.attributes).toEqual({ 'cc-discount-code': 'SAVE10' })
  })
})

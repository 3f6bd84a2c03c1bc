// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { DAY } from '../../src/names.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, openPage, settle, sleep, visit } from './open-page.js'

openBrowserForEachTest()

describe('landing', () => {
  it('keeps the code of a link, for this page and the next', async () => {
    const { codes, keeper, told } = await visit({}, '/products/x?discount=SaVe10&size=4')
    expect(codes()).toEqual(['SaVe10'])
    expect(keeper.grants[0]).toMatchObject({ source: 'link', status: 'held' })
    expect(told()).toEqual(['granted SaVe10', 'ready'])
    const next = await visit({}, '/cart')
    expect(next.codes()).toEqual(['SaVe10'])
    expect(next.keeper.grants[0]?.grantedAt).toBe(keeper.grants[0]?.grantedAt)
  })

  it('keeps it before anything else runs', () => {
    const { keeper } = openPage({}, { url: '/?discount=SAVE10' })
    void keeper.start()
    expect(localStorage.getItem('cc_discount_landing')).toContain('SAVE10')
  })

  it.each([
    ['/discount/SAVE10', ['SAVE10']],
    ['/fr/discount/SAVE10', ['SAVE10']],
    ['/?discount=A1,B2&discount=C3', ['A1', 'B2', 'C3']],
    ['/?discount=', []],
    ['/?discount=%3Cscript%3E', []],
    ['/', []],
  ])('reads %s', async (url, codes) => {
    const page = await visit({}, url)
    expect([...page.codes()].sort()).toEqual(codes)
  })

  it('reads parameters by the names that were chosen', async () => {
    const params = { discount: 'coupon', ref: ['by'], allow: '%' }
    const { codes, keeper } = await visit(
      { params },
      '/?coupon=25%25OFF&by=anna&discount=NO&ref=no',
    )
    expect(codes()).toEqual(['25%OFF'])
    expect(keeper.ref?.ref).toBe('anna')
  })

  it('reports what cannot be a code, without naming it', async () => {
    const { errors, log } = await visit({}, '/?discount=%3Cb%3ESECRET&ref=%00')
    expect(errors()).toEqual(['INPUT', 'INPUT'])
    expect(JSON.stringify(log)).not.toContain('SECRET')
  })

  it.each(['reload', 'back_forward'] as const)('does not renew a grant on %s', async (type) => {
    const first = await visit({}, '/?discount=SAVE10&ref=anna')
    const { expiresAt } = first.keeper.grants[0] ?? {}
    first.leave()
    sleep(DAY)
    const { keeper } = await visit({}, { url: '/?discount=SAVE10&ref=anna', type })
    expect(keeper.grants[0]?.expiresAt).toBe(expiresAt)
    expect(keeper.ref?.expiresAt).toBe(expiresAt)
  })

  it('renews a grant when its link is followed again', async () => {
    const first = await visit({}, '/?discount=SAVE10')
    first.leave()
    sleep(DAY)
    const { keeper } = await visit({}, '/?discount=SAVE10')
    expect(keeper.grants[0]?.expiresAt).toBeGreaterThanOrEqual(
      (first.keeper.grants[0]?.expiresAt ?? 0) + DAY,
    )
  })

  it.each(['reload', 'back_forward'] as const)(
    'does not bring a removed code back on %s, but on a new click on its link',
    async (type) => {
      const first = await visit({}, '/?discount=SAVE10')
      await first.keeper.remove('SAVE10')
      first.leave()
      const again = await visit({}, { url: '/?discount=SAVE10', type })
      expect(again.codes()).toEqual([])
      again.leave()
      expect((await visit({}, '/?discount=SAVE10')).codes()).toEqual(['SAVE10'])
    },
  )

  it('keeps the code of a reloaded page whose first load did not get to it', async () => {
    const { codes } = await visit({}, { url: '/?discount=SAVE10', type: 'reload' })
    expect(codes()).toEqual(['SAVE10'])
  })

  it('sees a link that a router of the page follows', async () => {
    const page = await visit({}, '/')
    page.push('/products/x?discount=SAVE10')
    await settle()
    expect(page.codes()).toEqual(['SAVE10'])
  })

  it('keeps a code found on the way back, and does not bring a removed one back', async () => {
    const page = await visit({}, '/')
    page.pop('/?discount=SAVE10')
    await settle()
    expect(page.codes()).toEqual(['SAVE10'])
    await page.keeper.remove('SAVE10')
    page.pop('/other')
    page.pop('/?discount=SAVE10')
    await settle()
    expect(page.codes()).toEqual([])
  })

  it('does nothing on a prerendered page until it is shown', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const page = openPage(
      { platform: shop.platform },
      { url: '/?discount=SAVE10&ref=anna', prerendering: true },
    )
    void page.keeper.start()
    await settle()
    expect(page.keeper.grants).toEqual([])
    page.keeper.inspect()
    page.keeper.link()
    expect(shop.requests).toEqual([])
    expect(localStorage).toHaveLength(0)
    expect(document.cookie).toBe('')
    expect(page.told()).toEqual([])
    page.show()
    await settle()
    expect(page.codes()).toEqual(['SAVE10'])
    expect(shop.current()?.codes).toEqual(['SAVE10'])
    expect(page.told()).toContain('ready')
  })
})

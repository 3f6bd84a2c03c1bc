import { describe, expect, it } from 'vitest'
import { BLANKET, enter, openShop } from './shopper.js'

const attribute = (page: string, name: string): string =>
  new RegExp(`${name}="([^"]*)"`).exec(page)?.[1]?.replaceAll('&quot;', '"') ?? 'none'

describe('pages to try things out', () => {
  it.each(['last', 'first', 'combine', 'best'])('ask the keeper for the rule %s', async (rule) => {
    const shopper = enter(await openShop())
    const page = await (await shopper.get(`/pages/stacking?rule=${rule}`)).text()
    expect(attribute(page, 'data-stacking')).toBe(rule)
  })

  it.each(['', 'constructor', '"><script>'])('take no other rule: %j', async (rule) => {
    const shopper = enter(await openShop())
    const query = new URLSearchParams({ rule }).toString()
    const page = await (await shopper.get(`/pages/stacking?${query}`)).text()
    expect(attribute(page, 'data-stacking')).toBe('last')
  })

  it.each([
    ['60', 60],
    ['16', 16],
    ['', 60],
    ['0', 60],
    ['1e9', 60],
    ['x', 60],
  ])('let a promise last %j seconds as %d', async (text, seconds) => {
    const shopper = enter(await openShop())
    const page = await (await shopper.get(`/pages/expiry?seconds=${text}`)).text()
    expect(Number(attribute(page, 'data-ttl-days')) * 86_400).toBeCloseTo(seconds)
    expect(Number(attribute(page, 'data-expiry-notice-before')) * 3600).toBeCloseTo(seconds / 2)
  })

  it('tell the keeper what the shop knows of its codes', async () => {
    const shop = await openShop()
    const page = await (await enter(shop).get('/pages/expiry')).text()
    const terms: unknown = JSON.parse(attribute(page, 'data-terms'))
    expect(terms).toMatchObject({
      SAVE10: { percentage: 10, everyProduct: true },
      BIG15: { amountOff: 1500, minimum: 10_000, everyProduct: true },
      SOON10: { startsAt: shop.codes.get('soon10')?.startsAt },
      LATE10: { endsAt: shop.codes.get('late10')?.endsAt },
    })
    expect(terms).not.toHaveProperty('NOTES25.everyProduct')
    expect(terms).not.toHaveProperty('FREESHIP.percentage')
  })

  it('price the cart with each set of codes, without writing to it', async () => {
    const shop = await openShop()
    const shopper = enter(shop)
    await shopper.add(BLANKET, 1)
    await shopper.update({ discount: 'TAKE5' })
    const section = await (await shopper.get('/?section_id=stacking-candidates')).text()
    expect(attribute(section, 'data-candidate="SAVE20" data-total')).toBe('7120')
    expect(attribute(section, 'data-candidate="EXTRA5,TAKE5" data-total')).toBe('7955')
    expect(attribute(section, 'data-cart-total')).toBe('8400')
    expect(section.match(/on the cart/g)).toHaveLength(1)
    expect([...shop.carts.values()].map(({ codes }) => codes)).toEqual([['TAKE5']])
  })

  it('have the stand-in for the consent API before the keeper', async () => {
    const page = await (await enter(await openShop()).get('/pages/consent')).text()
    expect(page).toMatch(/<script src="\/assets\/customer-privacy\.js" nonce="\w+"><\/script>/)
    expect(page).toMatch(/<script src="\/assets\/discount-keeper\.js" defer/)
  })
})

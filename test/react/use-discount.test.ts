// @vitest-environment jsdom
import { act, createElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { DiscountKeeper } from '../../src/index.js'
import type { Discount } from '../../src/react/index.js'
import { useDiscount } from '../../src/react/index.js'
import { openBrowserForEachTest, openPage, visit } from '../keeper/open-page.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { createReader, expectNoComplaints, mount } from './open-root.js'
import { createStubKeeper, grantOf } from './stub-keeper.js'

openBrowserForEachTest()
expectNoComplaints()

const settle = () => act(() => vi.advanceTimersByTimeAsync(2000))
const read = (keeper: DiscountKeeper) => {
  const { Reader, latest, seen } = createReader()
  return { children: createElement(Reader), keeper, latest, seen }
}

describe('useDiscount', () => {
  it('follows a discount from its landing to the cart and off it', async () => {
    const shop = openShop()
    const terms = { SAVE10: { percentage: 10, everyProduct: true } }
    const { keeper } = openPage(
      { platform: shop.platform, terms },
      { url: '/?discount=SAVE10&ref=amy' },
    )
    const { Reader, latest } = createReader(({ grants, price }) =>
      [...grants.map(({ code, status }) => `${code} ${status}`), price(5000)].join(),
    )
    const page = await mount({ keeper, children: createElement(Reader) })
    await settle()
    expect(page.text()).toBe('SAVE10 held,4500')
    expect(latest()).toMatchObject({ isReady: true, ref: { ref: 'amy' } })
    expect(latest()?.notices).toMatchObject([{ code: 'SAVE10', state: 'held' }])

    shop.theme.addItem()
    await settle()
    expect(page.text()).toBe('SAVE10 applied,4500')
    expect(latest()?.checkoutUrl('/checkout')).toBe('/checkout?discount=SAVE10')
    expect(latest()?.link('/p')).toBe('http://localhost:3000/p?discount=SAVE10&ref=amy')

    await act(() => latest()?.remove('SAVE10') ?? Promise.resolve())
    expect(page.text()).toBe('')
    await act(async () => {
      expect(await latest()?.apply('EXTRA5')).toMatchObject({ status: 'applied' })
    })
    expect(page.text()).toBe('EXTRA5 applied,')
  })

  it('is ready where there is nothing to keep', async () => {
    const { latest, seen, ...page } = read(openPage().keeper)
    await mount(page)
    await settle()
    expect(seen.map(({ isReady }) => isReady)).toEqual([false, true])
    expect(latest()).toMatchObject({ grants: [], isReady: true, notices: [], ref: undefined })
  })

  it('sees what another tab did', async () => {
    const { keeper, storageChanged } = openPage()
    const { latest, ...page } = read(keeper)
    await mount(page)
    await settle()
    await visit({}, '/?discount=SAVE10')
    storageChanged('cc_discount_code')
    // of the window, as of the view
    window.dispatchEvent(new Event('storage'))
    await settle()
    expect(latest()?.grants).toMatchObject([{ code: 'SAVE10' }])
  })

  it('says where it cannot work', async () => {
    const Lost = () => useDiscount().ref?.ref
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const { renderToString } = await import('react-dom/server')
    expect(() => renderToString(createElement(Lost))).toThrow(
      'Expected useDiscount() to be below a <DiscountProvider>, got none instead.',
    )
  })
})

describe('a moment of useDiscount', () => {
  it('is the same object until the keeper says something else', async () => {
    const { keeper, set, tell } = createStubKeeper()
    const { seen, ...page } = read(keeper)
    const { render } = await mount(page)
    set({ grants: [grantOf('SAVE10')], query: '?discount=SAVE10' })
    await act(() => tell())
    expect(seen).toHaveLength(2)
    for (const name of ['applied', 'error', 'contested'] as const) await act(() => tell(name))
    expect(seen).toHaveLength(2)
    await render({ children: createElement(read(keeper).children.type) })
    await render({ children: page.children })
    expect(new Set(seen).size).toBe(2)
  })

  it('keeps the parts that did not change, and its deeds for ever', async () => {
    const { keeper, set, tell } = createStubKeeper()
    const { latest, ...page } = read(keeper)
    await mount(page)
    const deeds = { apply: keeper.apply, remove: keeper.remove }
    expect(latest()).toMatchObject(deeds)
    set({ grants: [grantOf('SAVE10')] })
    await act(() => tell())
    const before = latest()
    set({ ref: { ref: 'amy', grantedAt: 1, expiresAt: 2 } })
    await act(() => tell())
    expect(latest()).not.toBe(before)
    expect(latest()?.grants).toBe(before?.grants)
    expect(latest()?.notices).toBe(before?.notices)
    expect(latest()).toMatchObject(deeds)
  })

  it('cannot be changed', async () => {
    const { keeper, set, tell } = createStubKeeper()
    const { latest, ...page } = read(keeper)
    await mount(page)
    expect(Object.isFrozen(latest())).toBe(true)
    set({ grants: [grantOf('SAVE10')] })
    await act(() => tell())
    expect(Object.isFrozen(latest())).toBe(true)
  })

  it('is over when a price it told, or did not know, is another', async () => {
    const { keeper, set, tell } = createStubKeeper()
    const { Reader, seen } = createReader(({ price }) => String(price(5000)))
    const page = await mount({ keeper, children: createElement(Reader) })
    set({ ref: { ref: 'amy', grantedAt: 1, expiresAt: 2 } })
    await act(() => tell())
    expect(page.text()).toBe('undefined')
    for (const [percent, told] of [
      [20, '4000'],
      [undefined, 'undefined'],
      [10, '4500'],
    ] as const) {
      set({ percent })
      await act(() => tell())
      expect(page.text()).toBe(told)
    }
    expect(seen).toHaveLength(5)
  })

  it('tells one price, however often and late it is asked, and the way out as it is when asked', async () => {
    const { keeper, set, tell } = createStubKeeper()
    const { latest, ...page } = read(keeper)
    await mount(page)
    set({ grants: [grantOf('SAVE10')], percent: 20, query: '?discount=SAVE10' })
    await act(() => tell())
    const { checkoutUrl, link, price } = latest() ?? page.keeper
    expect([price(5000), checkoutUrl('/checkout')]).toEqual([4000, '/checkout?discount=SAVE10'])
    set({ percent: undefined, query: '?discount=A,B' })
    expect([price(5000), price(100)]).toEqual([4000, undefined])
    expect(checkoutUrl('/checkout')).toBe('/checkout?discount=A,B')
    expect(link('/p')).toBe('https://shop.example/p?discount=A,B')
    // a price that was not known is worth another question
    set({ percent: 50 })
    expect(price(100)).toBe(50)
  })

  it('is over when the way out that it told is another', async () => {
    const { keeper, set, tell } = createStubKeeper()
    const { Reader } = createReader(({ checkoutUrl }) => checkoutUrl('/checkout'))
    const page = await mount({ keeper, children: createElement(Reader) })
    set({ grants: [grantOf('SAVE10')], query: '?discount=SAVE10' })
    await act(() => tell())
    set({ query: '?discount=SAVE10,OWN7' })
    await act(() => tell())
    expect(page.text()).toBe('/checkout?discount=SAVE10,OWN7')
  })

  it.each([
    ['a price', (discount: Discount) => String(discount.price(2400))],
    ['a way out', (discount: Discount) => discount.checkoutUrl('/checkout')],
  ])('is over when it told two parts of the page another thing: %s', async (_, say) => {
    const { keeper, set, tell } = createStubKeeper()
    const early = createReader(say)
    const page = await mount({ keeper, children: createElement(early.Reader) })
    set({ grants: [grantOf('SAVE10')] })
    await act(() => tell())
    // nobody told of it yet, and somebody asks late
    set({ percent: 10, query: '?discount=SAVE10' })
    const late = say(early.latest() as Discount)
    expect(page.text()).not.toBe(late)
    await act(() => tell())
    expect(page.text()).toBe(late)
  })

  it('is over even where the keeper is back at what it told first', async () => {
    const { keeper, set, tell } = createStubKeeper()
    const { latest, ...page } = read(keeper)
    await mount(page)
    set({ grants: [grantOf('SAVE10')] })
    await act(() => tell())
    const moment = latest()
    expect(moment?.checkoutUrl('/checkout')).toBe('/checkout')
    set({ query: '?discount=SAVE10' })
    expect(moment?.checkoutUrl('/checkout')).toBe('/checkout?discount=SAVE10')
    set({ query: '' })
    await act(() => tell())
    expect(latest()).not.toBe(moment)
  })
})

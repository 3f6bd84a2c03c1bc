import { expect, type Shop, type Tab, test } from './fixtures.js'
import {
  addMug,
  expectCheckout,
  expectPage,
  expectStatuses,
  LANDING,
  named,
  open,
  placeOrder,
  textAt,
} from './shopper.js'

interface WayOut {
  readonly name: string
  readonly leave: (tab: Tab) => Promise<void>
}

const WAYS_OUT: readonly WayOut[] = [
  { name: 'a link', leave: (tab) => tab.click(named('a', 'Checkout link')) },
  { name: 'a button outside its form', leave: (tab) => tab.click(named('button', 'Check out')) },
  {
    name: 'location.href',
    leave: (tab) => tab.click(named('button', 'Checkout by location.href')),
  },
  {
    name: 'form.submit()',
    leave: (tab) => tab.click(named('button', 'Checkout by form.submit()')),
  },
  { name: 'a middle-click', leave: (tab) => tab.click(named('a', 'Checkout link'), 'middle') },
]

const PLACES = [
  { place: 'the drawer', openCart: addMug },
  {
    place: 'the cart page',
    openCart: async (tab: Tab, shop: Shop) => {
      await addMug(tab, shop)
      await tab.goto(`${shop.url}/cart`)
    },
  },
]

for (const { place, openCart } of PLACES) {
  for (const { name, leave } of WAYS_OUT) {
    test(`a discount survives from landing to checkout: ${place}, ${name}`, async ({
      openTab,
      shop,
      tab,
      tabAt,
    }) => {
      const landing = await openTab()
      await open(landing, shop.url + LANDING)
      await landing.click(named('a', 'Everything'))
      await expectPage(landing, 'Everything')
      await landing.close()

      await tab.goto(shop.url)
      await openCart(tab, shop)
      await expectStatuses(tab, ['SAVE10 applied'])
      await leave(tab)

      const checkout = await tabAt('/checkout')
      await expectCheckout(checkout, ['SAVE10'])
      expect(await textAt(checkout, '[data-discount]')).toBe('−$2.40')
      expect(await textAt(checkout, '[data-total]')).toBe('$26.60')
      await checkout.show()
      await placeOrder(checkout)

      expect(shop.orders).toHaveLength(1)
      expect(shop.orders[0]).toMatchObject({ codes: ['SAVE10'], discount: 240, total: 2660 })
      expect(shop.orders[0]?.noteAttributes).toEqual([
        { name: 'cc-discount-code', value: 'SAVE10' },
        { name: 'cc-ref', value: 'amy' },
      ])
    })
  }
}

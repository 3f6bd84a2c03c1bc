import type { DiscountKeeper } from '../../src/discount-keeper.js'
import type { Shop } from './fixtures.js'
import { expect } from './fixtures.js'
import type { Tab } from './support/tab.js'

/** The landing that most journeys begin with. */
export const LANDING = '/?discount=SAVE10&ref=amy'
/** The same on a page without a theme, which is opened in a fraction of the time. */
export const BARE_LANDING = `/pages/bare${LANDING.slice(1)}`
export const MUG = 40101

declare global {
  interface Window {
    DiscountKeeper: DiscountKeeper
  }
}

/** A link or button by the text it shows. */
export const named = (element: 'a' | 'button', text: string): string =>
  `//${element}[normalize-space()='${text}']`

/** The same inside the drawer. */
export const inDrawer = (element: 'a' | 'button', text: string): string =>
  `//dialog${named(element, text)}`

/** The keeper has read its layers, and the passes that follow are over: each holds the lock while it asks the shop. */
export const settled = (tab: Tab): Promise<void> =>
  tab.eval(async () => {
    if (!(window as Partial<Window>).DiscountKeeper?.on)
      await new Promise((resolve) => {
        addEventListener('load', resolve)
      })
    await new Promise<void>((resolve) => {
      window.DiscountKeeper.on('ready', () => resolve())
    })
    // a pass asks for the lock when the one before it is over: at `ready`, and again at `load`
    for (let pass = 0; pass < 2; pass++) {
      await new Promise((resolve) => {
        setTimeout(resolve)
      })
      await navigator.locks.request('cc_discount_code', () => undefined)
    }
  })

/** Opens a page and waits until the keeper is done with it. */
export const open = async (tab: Tab, url: string): Promise<void> => {
  await tab.goto(url)
  await settled(tab)
}

export const statuses = (tab: Tab): Promise<readonly string[]> =>
  tab.look(() => {
    const { grants } = (window as Partial<Window>).DiscountKeeper ?? {}
    return grants?.map(({ code, status }) => `${code} ${status}`) ?? ['no keeper yet']
  })

/** Waits until the keeper of the tab says exactly this of its grants. */
export const expectStatuses = (tab: Tab, expected: readonly string[]): Promise<void> =>
  expect.poll(() => statuses(tab)).toEqual(expected)

/** What the first element of a selector shows; '' while there is none, or nobody sees it. */
export const textAt = (tab: Tab, target: string): Promise<string> =>
  tab.look((path) => {
    const found = path.startsWith('//')
      ? document.evaluate(path, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE)
      : { singleNodeValue: document.querySelector(path) }
    const node = found.singleNodeValue
    const isSeen = node instanceof Element && node.checkVisibility()
    return isSeen ? (node.textContent ?? '').trim() : ''
  }, target)

/** Waits until an element is seen. */
export const expectSeen = (tab: Tab, target: string): Promise<void> =>
  expect.poll(() => textAt(tab, target)).not.toBe('')

/** Waits until the page with this heading stands, its scripts run. */
export const expectPage = async (tab: Tab, heading: string): Promise<void> => {
  const standing = () =>
    tab.look(() => document.readyState === 'complete' && document.querySelector('h1')?.textContent)
  await expect.poll(standing).toBe(heading)
}

/** Adds a mug with the theme's own button; opens the drawer. */
export const addMug = async (tab: Tab, shop: Shop): Promise<void> => {
  await tab.goto(`${shop.url}/products/trail-mug`)
  await expectPage(tab, 'Trail mug')
  await tab.click(named('button', 'Add to cart'))
  await expectSeen(tab, inDrawer('a', 'Trail mug'))
}

/** The present cart of this browser, read where the shop keeps it. */
export const cartOf = async (tab: Tab, shop: Shop) => {
  const cookies = await tab.look(() => document.cookie)
  const name = /(?:^|; )cart=([^;]*)/.exec(cookies)?.[1] ?? ''
  return shop.carts.get(decodeURIComponent(name).split('?')[0] ?? '')
}

/** Places the order of the checkout on show; resolves once the shop has it and thanks for it. */
export const placeOrder = async (tab: Tab): Promise<void> => {
  await tab.click(named('button', 'Place order'))
  await expectPage(tab, 'Thank you')
}

/** Waits for checkout, and until it gives exactly these codes, in any order. */
export const expectCheckout = async (tab: Tab, codes: readonly string[]): Promise<void> => {
  await expectPage(tab, 'Checkout')
  const given = () =>
    tab.look(() =>
      [...document.querySelectorAll('[data-applied="true"] > span')].map(
        ({ textContent }) => textContent,
      ),
    )
  expect([...(await given())].sort()).toEqual([...codes].sort())
}

/** Waits until so many checkouts were begun; answers the codes that take effect at the last. */
export const codesAtCheckout = async (shop: Shop, begun = 1): Promise<readonly string[]> => {
  await expect.poll(() => shop.checkouts().length).toBe(begun)
  return shop.checkouts()[begun - 1] ?? []
}

/** Leaves the cart on show by its plain link. */
export const leaveByLink = (tab: Tab): Promise<void> => tab.click(named('a', 'Checkout link'))

/** Requests that are not page views, as `METHOD path`. */
export const calls = (shop: Shop): readonly string[] =>
  shop.requests
    .filter(({ path, query }) => /\.js$|^\/cart\/|\/discount\//.test(path) && !query['section_id'])
    .map(({ method, path }) => `${method} ${path}`)

import { expectPage, named } from '../browsers/shopper.js'
import type { Tab } from '../browsers/support/tab.js'
import { expect } from '../fixtures.js'
import type { Row } from './factors.js'
import { isReady } from './is-ready.js'

/** Clicks that way out of the cart; resolves to the codes that checkout takes. */
export const leaveCart = async (tab: Tab, exit: Row['exit']): Promise<readonly string[]> => {
  await tab.click(named(exit === 'Checkout link' ? 'a' : 'button', exit))
  await expectPage(tab, 'Checkout')
  return tab.look(() =>
    [...document.querySelectorAll('[data-applied="true"]')].map((pill) =>
      String(pill.getAttribute('data-code')),
    ),
  )
}

/** Back from checkout, as the shopper left the cart or as it is loaded anew; true for the former. */
export const comeBack = async (tab: Tab): Promise<boolean> => {
  await tab.run('setTimeout(() => { history.back() })')
  await expect.poll(async () => new URL(await tab.url()).pathname).toBe('/cart')
  await isReady(tab)
  return tab.look(() => Reflect.get(window, 'wasHere') === true)
}

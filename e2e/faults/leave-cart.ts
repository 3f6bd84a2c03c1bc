import type { Page } from '@playwright/test'
import type { Row } from './factors.js'
import { isReady } from './is-ready.js'

/** Clicks that way out of the cart; resolves to the codes that checkout takes. */
export const leaveCart = async (tab: Page, exit: Row['exit']): Promise<readonly string[]> => {
  await tab
    .getByRole(exit === 'Checkout link' ? 'link' : 'button', { name: exit, exact: true })
    .click()
  await tab.getByRole('heading', { name: 'Checkout' }).waitFor()
  return tab
    .locator('[data-applied="true"]')
    .evaluateAll((pills) => pills.map((pill) => String(pill.getAttribute('data-code'))))
}

/** Back from checkout, as the shopper left the cart or as it is loaded anew; true for the former. */
export const comeBack = async (tab: Page): Promise<boolean> => {
  await tab.evaluate(() => history.back())
  await tab.waitForURL('**/cart', { waitUntil: 'commit' })
  await isReady(tab)
  return tab.evaluate(() => Reflect.get(window, 'wasHere') === true)
}

import type { BrowserContext, Page, Request } from '@playwright/test'
import { expect, MUG, type Shop } from '../fixtures.js'
import type { WayOut } from './way-out.js'

/** Runs on every page before anything else: the browser of a shopper without the Navigation API. */
export const WITHOUT_NAVIGATION = 'delete window.navigation'

/** A cart with a mug, made behind the page's back, as by another tab. */
export const fillCart = async (context: BrowserContext, shop: Shop): Promise<void> => {
  const answer = await context.request.post(`${shop.url}/cart/add.js`, { form: { id: MUG } })
  expect(answer.status()).toBe(200)
}

/** Puts a way out on the page, long after it has loaded. */
export const putOn = async (
  page: Page,
  { markup, prepare = '' }: Pick<WayOut, 'markup' | 'prepare'>,
): Promise<void> => {
  await page.evaluate(
    (content) => document.body.prepend(document.createRange().createContextualFragment(content)),
    markup,
  )
  await page.evaluate(prepare)
}

const act = async (page: Page, { leave }: Pick<WayOut, 'leave'>): Promise<void> => {
  if ('run' in leave) await page.evaluate(`setTimeout(() => { ${leave.run} })`)
  else if ('press' in leave) await page.locator(leave.press).press('Enter')
  else
    await page.locator(leave.click).click({
      // What stands in a shadow root starts where its host does.
      position: { x: 6, y: 6 },
      button: leave.how === 'middle' ? 'middle' : 'left',
      modifiers: leave.how === 'control' ? ['Control'] : [],
      noWaitAfter: true,
    })
}

export interface Arrival {
  /** The tab that the shopper is in now. */
  readonly page: Page
  /** The first request of leaving, address and body as text. */
  readonly sent: string
}

const textOf = (request: Request): string =>
  decodeURIComponent(`${request.url()} ${request.postData() ?? ''}`).trim()

/** Leaves the page this way; answers once what lies behind it has come. */
export const leaveBy = async (
  page: Page,
  way: Pick<WayOut, 'leave' | 'opens'>,
): Promise<Arrival> => {
  const context = page.context()
  if (way.opens) {
    const opened = context.waitForEvent('page')
    await act(page, way)
    const tab = await opened
    // The first request of a new tab is not told to everyone; its address stays.
    await tab.waitForURL(/checkout/)
    return { page: tab, sent: tab.url() }
  }
  const knock = context.waitForEvent('request', (request) => request.isNavigationRequest())
  const arrival = page.waitForEvent('domcontentloaded')
  await act(page, way)
  const request = await knock
  await arrival
  return { page, sent: textOf(request) }
}

/** The way out as its markup reads now. */
export const readWay = (page: Page): Promise<readonly string[]> =>
  page.locator('#way').evaluateAll((ways) => ways.map(({ outerHTML }) => outerHTML))

/** The codes that take effect at checkout, as the shop's own page tells them. */
export const codesAtCheckout = async (page: Page): Promise<readonly string[]> => {
  await expect(page.getByRole('heading', { name: 'Checkout' })).toBeVisible()
  return page.locator('li[data-code][data-applied="true"] > span').allTextContents()
}

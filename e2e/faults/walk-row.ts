import type { BrowserContext, CDPSession, Page } from '@playwright/test'
import type { Shop } from '../fixtures.js'
import { expect, LANDING, statuses } from '../fixtures.js'
import { breakStorage } from './break-storage.js'
import { isKept, isTold } from './expected-of.js'
import type { Row } from './factors.js'
import type { Network } from './open-network.js'
import { openNetwork } from './open-network.js'
import { scriptTags } from './script-tags.js'

export interface Stage {
  readonly page: Page
  readonly context: BrowserContext
  readonly shop: Shop
}

export interface Outcome {
  /** The codes that checkout takes. */
  readonly codes: readonly string[]
  /** The page was taken out of the back/forward cache as it was left. */
  readonly wasCached: boolean
}

const RIVAL = '/?discount=TAKE5'

/** What one row needs all along. */
interface Walk extends Stage {
  readonly row: Row
  readonly network: Network
}

const isReady = (tab: Page): Promise<void> =>
  tab.evaluate(
    () =>
      new Promise((resolve) => {
        window.DiscountKeeper.on('ready', () => resolve())
      }),
  )

/** Another tab that is closed, or its time stopped, as soon as it has asked the shop for something. */
const cutOff = async (
  { context, network, row }: Walk,
  url: string,
): Promise<CDPSession | undefined> => {
  const tab = await context.newPage()
  const asked = network.asked()
  await tab.goto(url, { waitUntil: 'commit' })
  await asked
  if (row.page === 'killed') {
    await tab.close()
    return undefined
  }
  const session = await context.newCDPSession(tab)
  await session.send('Page.setWebLifecycleState', { state: 'frozen' })
  return session
}

/** A page that nobody looks at has kept nothing; from now on somebody does. */
const show = async (tab: Page): Promise<void> => {
  const cookies = await tab.context().cookies()
  expect(cookies.filter(({ name }) => /^cc_|^discount_code/.test(name))).toEqual([])
  await tab.evaluate(() => Reflect.get(window, 'show')())
}

const clear = async ({ context, page }: Walk): Promise<void> => {
  await page.evaluate(() => localStorage.clear())
  await context.clearCookies({ name: /^cc_/ })
}

/** The shopper stays until the shop has been told, where it can be, and as long as it takes to be told where it cannot. */
const land = async (walk: Walk): Promise<CDPSession | undefined> => {
  const { context, network, page, row, shop } = walk
  const url = shop.url + LANDING
  if (row.page === 'killed' || row.page === 'frozen') {
    const session = await cutOff(walk, url)
    await page.goto(`${shop.url}/assets/mark.svg`)
    return session
  }
  const asked = network.asked()
  await page.goto(url)
  if (row.page === 'prerendered') await show(page)
  await asked
  if (isTold(row))
    await expect
      .poll(async () => (await context.cookies()).map(({ name }) => name))
      .toContain('discount_code')
  return undefined
}

const raced = async (walk: Walk): Promise<CDPSession | undefined> => {
  const { context, row, shop } = walk
  const rival = await context.newPage()
  const arrive = async (): Promise<void> => {
    await rival.goto(shop.url + RIVAL)
    if (row.page === 'prerendered') await rival.evaluate(() => Reflect.get(window, 'show')())
  }
  const [session] = await Promise.all([land(walk), arrive()])
  await isReady(rival)
  await rival.close()
  return session
}

/** Puts a mug into the cart, and waits for what the row's pace waits for. */
const shop = async (walk: Walk): Promise<void> => {
  const {
    context,
    network,
    page,
    row,
    shop: { url },
  } = walk
  const isAnswered = ['fine', 'slow', 'out of order'].includes(row.network)
  const isKilled = row.page === 'killed'
  const tab = isKilled ? await context.newPage() : page
  const hit = isAnswered ? network.writing() : network.asked()
  await tab.goto(`${url}/products/trail-mug`)
  await tab.getByRole('button', { name: 'Add to cart' }).click()
  await tab
    .getByRole('dialog', { name: 'Your cart' })
    .getByRole('link', { name: 'Trail mug', exact: true })
    .waitFor()
  if (isKilled) {
    // a shop that said no may be left alone by now
    if (isKept(row) && isAnswered) await hit
    await tab.close()
  } else if (row.pace === 'calm' && isAnswered && isKept(row))
    await expect.poll(() => statuses(tab)).toEqual([expect.stringMatching(/ applied$/)])
}

const leave = async (tab: Page, exit: Row['exit']): Promise<readonly string[]> => {
  await tab
    .getByRole(exit === 'Checkout link' ? 'link' : 'button', { name: exit, exact: true })
    .click()
  await tab.getByRole('heading', { name: 'Checkout' }).waitFor()
  return tab
    .locator('[data-applied="true"]')
    .evaluateAll((pills) => pills.map((pill) => String(pill.getAttribute('data-code'))))
}

/** Back from checkout, as the shopper left the cart or as it is loaded anew; true for the former. */
const comeBack = async (tab: Page): Promise<boolean> => {
  await tab.evaluate(() => history.back())
  await tab.waitForURL('**/cart', { waitUntil: 'commit' })
  await isReady(tab)
  return tab.evaluate(() => Reflect.get(window, 'wasHere') === true)
}

/** From the landing to checkout, with all that the row has go wrong on the way. */
export const walkRow = async (row: Row, stage: Stage): Promise<Outcome> => {
  const network = openNetwork(stage.shop, row.network)
  const walk = { ...stage, row, network }
  const { page } = stage
  const { settings, url } = stage.shop
  const tags = scriptTags(stage.shop, row.page)
  const load = (tag: string): void => {
    settings.scriptTag = breakStorage(row.storage) + tag
  }

  load(tags.landing)
  const frozen = await (row.storage === 'raced' ? raced(walk) : land(walk))
  if (row.storage === 'cleared') await clear(walk)
  load(tags.product)
  await shop(walk)
  if (row.until === 'checkout') network.repair()
  load(tags.cart)
  await page.goto(`${url}/cart`)
  await isReady(page)
  let wasCached = false
  if (row.page === 'cached') {
    await page.evaluate(() => Reflect.set(window, 'wasHere', true))
    await leave(page, row.exit)
    wasCached = await comeBack(page)
  }
  const codes = await leave(page, row.exit)
  await frozen?.send('Page.setWebLifecycleState', { state: 'active' })
  return { codes, wasCached }
}

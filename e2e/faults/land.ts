import type { CDPSession, Page } from '@playwright/test'
import { expect, LANDING } from '../fixtures.js'
import { isTold } from './expected-of.js'
import { isReady } from './is-ready.js'
import type { Walk } from './stage.js'

const RIVAL = '/?discount=TAKE5'

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

/** The shopper stays until the shop has been told, where it can be, and as long as it takes to be told where it cannot. */
const arrive = async (walk: Walk): Promise<CDPSession | undefined> => {
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

const arriveRaced = async (walk: Walk): Promise<CDPSession | undefined> => {
  const { context, row, shop } = walk
  const rival = await context.newPage()
  const follow = async (): Promise<void> => {
    await rival.goto(shop.url + RIVAL)
    if (row.page === 'prerendered') await rival.evaluate(() => Reflect.get(window, 'show')())
  }
  const [session] = await Promise.all([arrive(walk), follow()])
  await isReady(rival)
  await rival.close()
  return session
}

/** The shopper follows the link, at the same time as a rival's where the row is raced; resolves to a tab that stays frozen. */
export const land = (walk: Walk): Promise<CDPSession | undefined> =>
  walk.row.storage === 'raced' ? arriveRaced(walk) : arrive(walk)

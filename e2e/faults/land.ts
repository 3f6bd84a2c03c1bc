import { expect, LANDING } from '../fixtures.js'
import { isTold } from './expected-of.js'
import { isReady } from './is-ready.js'
import type { FragileTab, Walk } from './stage.js'

const RIVAL = '/?discount=TAKE5'

/** Another tab that is closed, or its time stopped, as soon as it has asked the shop for something. */
const cutOff = async (
  { network, openTab, row }: Walk,
  url: string,
): Promise<FragileTab | undefined> => {
  const tab = await openTab()
  const asked = network.asked()
  await tab.begin(url)
  await asked
  if (row.page === 'killed') {
    await tab.kill()
    return undefined
  }
  await tab.freeze()
  return tab
}

/** Where the row has pages prerendered: what nobody looks at has kept nothing; from now on somebody does. */
const show = async ({ cookies, row }: Walk, tabs: readonly FragileTab[]): Promise<void> => {
  if (row.page !== 'prerendered') return
  expect((await cookies()).filter((name) => /^cc_|^discount_code/.test(name))).toEqual([])
  await Promise.all(tabs.map((tab) => tab.eval(() => Reflect.get(window, 'show')())))
}

/** The shopper stays until the shop has been told, where it can be, and as long as it takes to be told where it cannot. */
const arrive = async (
  walk: Walk,
  follow: () => Promise<readonly FragileTab[]> = () => Promise.resolve([]),
): Promise<FragileTab | undefined> => {
  const { cookies, network, row, shop, tab } = walk
  const url = shop.url + LANDING
  if (row.page === 'killed' || row.page === 'frozen') {
    const [frozen] = await Promise.all([cutOff(walk, url), follow()])
    await tab.goto(`${shop.url}/assets/mark.svg`)
    return frozen
  }
  const asked = network.asked()
  const [rivals] = await Promise.all([follow(), tab.goto(url)])
  await show(walk, [tab, ...rivals])
  await asked
  if (isTold(row)) await expect.poll(cookies).toContain('discount_code')
  return undefined
}

const arriveRaced = async (walk: Walk): Promise<FragileTab | undefined> => {
  const { openTab, shop } = walk
  const rival = await openTab()
  const frozen = await arrive(walk, async () => {
    await rival.goto(shop.url + RIVAL)
    return [rival]
  })
  await isReady(rival)
  await rival.close()
  return frozen
}

/** The shopper follows the link, at the same time as a rival's where the row is raced; resolves to a tab that stays frozen. */
export const land = (walk: Walk): Promise<FragileTab | undefined> =>
  walk.row.storage === 'raced' ? arriveRaced(walk) : arrive(walk)

import { expect, test } from './fixtures.js'
import { addMug, BARE_LANDING, expectStatuses, open } from './shopper.js'

/** Keeps the keeper busy with passes, each of which asks for the lock, and leaves in the middle of them. */
const leaveBusily = (path: string): string => `
  const pass = () => { dispatchEvent(new Event('online')); setTimeout(pass) }
  pass()
  location.href = '${path}'`

test('pages that are left while they wait for their turn hold up none that follows', async ({
  shop,
  tab,
}) => {
  await open(tab, shop.url + BARE_LANDING)
  for (let round = 1; round <= 10; round++) {
    const path = `/pages/bare?round=${round}`
    await tab.run(leaveBusily(path))
    await expect.poll(() => tab.url()).toBe(shop.url + path)
    await tab.run(`
      window.isFree = false
      navigator.locks.request('cc_discount_code', () => { window.isFree = true })`)
    await expect.poll(() => tab.look(() => Reflect.get(window, 'isFree'))).toBe(true)
  }
  await addMug(tab, shop)
  await expectStatuses(tab, ['SAVE10 applied'])
})

test('an answer that breaks off, as when a page is left, is no wish of the shop to be left alone', async ({
  shop,
  tab,
}) => {
  // how a browser tells of it is its own
  shop.settings.fault = ({ path }) => (path === '/cart.js' ? 'half' : undefined)
  await open(tab, shop.url + BARE_LANDING)
  expect(shop.requests.map(({ path }) => path)).toContain('/cart.js')
  shop.settings.fault = () => undefined
  await addMug(tab, shop)
  await expectStatuses(tab, ['SAVE10 applied'])
})

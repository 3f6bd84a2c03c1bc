import { readFileSync } from 'node:fs'
import { expect, LANDING, open, statuses, test } from '../fixtures.js'

const SUMS: Readonly<Record<string, string>> = JSON.parse(
  readFileSync('dist/integrity.json', 'utf8'),
)
const [, README_TAGS = ''] =
  /```html\n(<script type="importmap">[^]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? []
/** The tags of the README, the sums filled in as they stand in the file. */
const TAGS = README_TAGS.replace(
  /(discount-keeper[\w.-]*\.js)(.*?)sha384-…/g,
  (_, name: string, between: string) => `${name}${between}${SUMS[name]}`,
)

test('the tags of the README with the sums of the build keep the discount', async ({
  page,
  shop,
}) => {
  expect(TAGS.match(/sha384-[\w+/]{64}/g)).toHaveLength(2)
  shop.settings.scriptTag = TAGS
  await open(page, shop.url + LANDING)
  expect(await statuses(page)).toEqual(['SAVE10 held'])
})

for (const file of ['discount-keeper.js', 'discount-keeper.keeping.js'])
  test(`a changed ${file} does not run, and the page goes on`, async ({ page, shop }) => {
    shop.settings.scriptTag = TAGS
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    await page.addInitScript(() => (window.heard = []))
    let changed = 0
    await page.route(`**/assets/${file}*`, async (route) => {
      const answer = await route.fetch()
      changed++
      await route.fulfill({
        response: answer,
        body: `window.heard.push('')\n${await answer.text()}`,
      })
    })
    const refused = page.waitForEvent('console', (message) => /integrity/i.test(message.text()))
    await page.goto(shop.url + LANDING)
    await refused
    expect(changed).toBeGreaterThan(0)
    expect(await page.evaluate(() => window.heard)).toEqual([])
    await page.getByRole('link', { name: 'Everything' }).first().click()
    await page.waitForURL('**/collections/all')
    expect(problems).toEqual([])
    // the next page asks as well, and the shop closes now
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  })

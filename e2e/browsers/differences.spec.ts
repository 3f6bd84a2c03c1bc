import { FEATURES } from './differences.js'
import { expect, test } from './fixtures.js'

test('the engine lacks what is said of it, and nothing else', async ({ here, shop, tab }) => {
  await tab.goto(`${shop.url}/pages/bare`)
  const lacking = await tab.look((names) => names.filter((name) => !(name in window)), FEATURES)
  expect(lacking).toEqual(here.flatMap(({ lacks = [] }) => lacks))
})

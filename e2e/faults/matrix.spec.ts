import { BACK, expect, type Shop, test as base } from '../fixtures.js'
import { startShop } from '../../examples/storefront/shop/start-shop.js'
import { allPairs, coveredBy, coverPairs } from './cover-pairs.js'
import { excuseOf } from './expected-of.js'
import { FACTORS, nameOf } from './factors.js'
import { type House, openHouse } from './open-house.js'
import { rows } from './rows.js'
import type { Stage } from './stage.js'
import { walkRow } from './walk-row.js'

interface Shared {
  readonly house: House
  readonly shops: Shop[]
}

const test = base.extend<{ readonly stage: Stage }, { readonly shared: Shared }>({
  shared: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads the names of the fixtures off the pattern
    async ({}, use, { project }) => {
      const house = await openHouse(project.name === 'chromium-whole')
      const shops: Shop[] = []
      await use({ house, shops })
      await house.close()
      await Promise.all(shops.map((shop) => shop.close()))
    },
    { scope: 'worker' },
  ],
  shop: async ({ shared: { shops } }, use) => {
    const shop = await startShop()
    // open until all are done: the port of a shop that closed may be given out again
    shops.push(shop)
    await use(shop)
  },
  stage: async ({ shared: { house }, shop }, use) => {
    await use(await house.set(shop))
    await house.strike()
  },
})

for (const row of rows) {
  test(
    `a live discount arrives: ${nameOf(row)}`,
    row.page === 'cached' ? BACK : {},
    async ({ stage }) => {
      const { codes, intruded, ...had } = await walkRow(row, stage)
      const excuse = excuseOf(row)
      const promised = row.storage === 'raced' ? ['SAVE10', 'TAKE5'] : ['SAVE10']
      expect(
        codes.filter((code) => !promised.includes(code)),
        'of others',
      ).toEqual([])
      if (!excuse) expect(codes, 'the promise').not.toEqual([])
      expect(intruded ?? [], 'asked of a shop to be left alone').toEqual([])
      expect(stage.trouble(), 'thrown into the page').toEqual([])
      const outcome = codes.length ? 'kept' : excuse
      const description = JSON.stringify({ outcome, excuse, ...had, wasLeftAlone: !!intruded })
      test.info().annotations.push({ type: 'journey', description })
    },
  )
}

test('the rows have every value of a factor meet every value of the others', () => {
  const covered = coveredBy(coverPairs(FACTORS))
  expect([...allPairs(FACTORS)].filter((pair) => !covered.has(pair))).toEqual([])
})

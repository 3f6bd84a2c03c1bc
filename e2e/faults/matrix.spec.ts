import { BACK, expect } from '../fixtures.js'
import { test } from '../shared-tab.js'
import { allPairs, coveredBy, coverPairs } from './cover-pairs.js'
import { excuseOf } from './expected-of.js'
import { FACTORS, nameOf } from './factors.js'
import { listen } from './listen.js'
import { rows } from './rows.js'
import { walkRow } from './walk-row.js'

for (const row of rows) {
  test(
    `a live discount arrives: ${nameOf(row)}`,
    row.page === 'cached' ? BACK : {},
    async ({ context, page, shop }) => {
      const trouble = listen(context)
      const { codes, intruded, ...had } = await walkRow(row, { context, page, shop })
      const excuse = excuseOf(row)
      const promised = row.storage === 'raced' ? ['SAVE10', 'TAKE5'] : ['SAVE10']
      expect(
        codes.filter((code) => !promised.includes(code)),
        'of others',
      ).toEqual([])
      if (!excuse) expect(codes, 'the promise').not.toEqual([])
      expect(intruded ?? [], 'asked of a shop to be left alone').toEqual([])
      expect(trouble(), 'thrown into the page').toEqual([])
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

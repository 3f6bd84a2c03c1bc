// @vitest-environment jsdom
import { expect, it } from 'vitest'

import type { Layer } from '../../src/index.js'
import { openBrowserForEachTest, visit } from '../keeper/open-page.js'
import { followRecipe } from '../support/follow-recipe.js'

openBrowserForEachTest()

const { loadRow } = await followRecipe('Add a layer', {
  folder: 'layers',
  row: /^src\/index\.ts$/,
})

it('keeps a discount for the next page, alone', async () => {
  const [open] = Object.values(await loadRow()) as (() => Layer)[]
  const layers = open ? [open()] : []
  const { leave } = await visit({ layers }, '/?discount=SAVE10')
  leave()
  expect((await visit({ layers })).codes()).toEqual(['SAVE10'])
})

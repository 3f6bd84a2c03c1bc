// @vitest-environment jsdom
import { afterAll, expect, it } from 'vitest'

import type { Layer } from '../../src/index.js'
import { openBrowserForEachTest, visit } from '../keeper/open-page.js'
import { openRecipe } from '../support/recipe.js'

openBrowserForEachTest()

const recipe = openRecipe('Add a layer')
afterAll(recipe.remove)
const file = recipe.blockAt(/^src\/layers\/[\w-]+\.ts$/)
const row = recipe.blockAt(/^src\/index\.ts$/)
const call = recipe.blockAt(/^test\/layers\/[\w-]+\.test\.ts$/)
// the row stands in a file of its own: the checkout is not touched
const added = { ...row, path: 'src/index.added.ts' }
recipe.write(file, added, call)

it('is one file, one row and one test call', () => {
  expect(recipe.blocks).toEqual([file, row, call])
})

it('compiles with the types of the project', () => {
  expect(recipe.compile(file, added, call)).toBe('')
}, 120_000)

it('keeps a discount for the next page, alone', async () => {
  const [open] = Object.values(await recipe.load(added)) as (() => Layer)[]
  const layers = open ? [open()] : []
  const { leave } = await visit({ layers }, '/?discount=SAVE10')
  leave()
  expect((await visit({ layers })).codes()).toEqual(['SAVE10'])
})

// the tests of the call become tests of this file
await recipe.load(call)

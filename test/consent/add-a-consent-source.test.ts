import { afterAll, expect, it } from 'vitest'

import { openRecipe } from '../support/recipe.js'

const recipe = openRecipe('Add a consent source')
afterAll(recipe.remove)
const file = recipe.blockAt(/^src\/consent\/(?!index)[\w-]+\.ts$/)
const row = recipe.blockAt(/^src\/consent\/index\.ts$/)
const call = recipe.blockAt(/^test\/consent\/[\w-]+\.test\.ts$/)
// the row stands in a file of its own: the checkout is not touched
const added = { ...row, path: 'src/consent/index.added.ts' }
recipe.write(file, added, call)

it('is one file, one row and one test call', () => {
  expect(recipe.blocks).toEqual([file, row, call])
})

it('compiles with the types of the project', () => {
  expect(recipe.compile(file, added, call)).toBe('')
}, 120_000)

// the tests of the call become tests of this file
await recipe.load(call)

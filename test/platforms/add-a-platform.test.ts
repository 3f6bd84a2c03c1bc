// @vitest-environment jsdom
import { afterAll, expect, it } from 'vitest'

import { openRecipe } from '../support/recipe.js'

const recipe = openRecipe('Add a platform')
afterAll(recipe.remove)
const file = recipe.blockAt(/^src\/platforms\/[\w-]+\.ts$/)
const row = recipe.blockAt(/^package\.json$/)
const call = recipe.blockAt(/^test\/platforms\/[\w-]+\.test\.ts$/)
recipe.write(file, call)

it('is one file, one row and one test call', () => {
  expect(recipe.blocks.map(({ language }) => language)).toEqual(['ts', 'json', 'ts'])
  expect(recipe.blocks).toEqual([file, row, call])
})

it('names what gets built in the row', () => {
  const rows = JSON.parse(`{${row.code}}`) as Readonly<Record<string, object>>
  const name = /([\w-]+)\.ts$/.exec(file.path)?.[1]
  expect(rows).toEqual({
    [`./platforms/${name}`]: {
      types: `./dist/esm/platforms/${name}.d.ts`,
      default: `./dist/esm/platforms/${name}.js`,
    },
  })
})

it('compiles with the types of the project', () => {
  expect(recipe.compile(file, call)).toBe('')
}, 120_000)

// the tests of the call become tests of this file
await recipe.load(call)

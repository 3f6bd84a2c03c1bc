// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { followRecipe } from '../support/follow-recipe.js'

const { file, row } = await followRecipe('Add a platform', {
  folder: 'platforms',
  row: /^package\.json$/,
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

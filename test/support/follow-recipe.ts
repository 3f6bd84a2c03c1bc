import { extname } from 'node:path'
import { afterAll, expect, it } from 'vitest'

import { type Block, openRecipe } from './recipe.js'

/** Where a recipe puts what it adds. */
export interface RecipePlaces {
  /** Of the new file below `src`, and of its test below `test`. */
  readonly folder: string
  /** The file that gets the row. */
  readonly row: RegExp
}

export interface Followed {
  readonly file: Block
  readonly row: Block
  /** What a row of code exports. */
  readonly loadRow: () => Promise<Readonly<Record<string, unknown>>>
}

/**
 * Follows a section of the README that adds one file, one row and one test call, as it is written there. The tests of that
 * call become tests of the file that asks, beside those of the section itself.
 */
export const followRecipe = async (heading: string, places: RecipePlaces): Promise<Followed> => {
  const recipe = openRecipe(heading)
  afterAll(recipe.remove)
  const { blockAt, blocks, compile, load } = recipe
  const file = blockAt(new RegExp(`^src/${places.folder}/(?!index\\.)[\\w-]+\\.ts$`))
  const row = blockAt(places.row)
  const call = blockAt(new RegExp(`^test/${places.folder}/[\\w-]+\\.test\\.ts$`))
  // a row of code stands in a file of its own: the checkout is not touched
  const added = { ...row, path: row.path.replace(/\.ts$/, '.added.ts') }
  const written = row.language === 'ts' ? [file, added, call] : [file, call]
  recipe.write(...written)

  it('is one file, one row and one test call', () => {
    expect(blocks.map(({ language }) => `.${language}`)).toEqual(
      blocks.map(({ path }) => extname(path)),
    )
    expect(blocks).toEqual([file, row, call])
  })

  it('compiles with the types of the project', () => {
    expect(compile(...written)).toBe('')
  }, 120_000)

  await load(call)
  return { file, row, loadRow: () => load(added) }
}

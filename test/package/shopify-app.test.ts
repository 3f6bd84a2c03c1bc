import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { checkTheme } from '../support/liquid/check-theme.js'
import { EXTENSION } from '../support/liquid/render-block.js'

const EMBED = 'blocks/discount-keeper.liquid'

/** The extension with the files of the package, its embed loading one of them by the schema. */
const checkWith = (name: string): Promise<readonly string[]> => {
  const built = (file: string): string =>
    readFileSync(join(inject('consumer'), 'node_modules/discount-keeper/dist', file), 'utf8')
  return checkTheme(EXTENSION, {
    'assets/discount-keeper.js': built('discount-keeper.js'),
    'assets/discount-notice.js': built('discount-notice.js'),
    [EMBED]: (block) => block.replace('"target"', `"javascript": "${name}", "target"`),
  })
}

describe('Theme Check', () => {
  it('would take the script as one that a schema loads', async () => {
    expect(await checkWith('discount-keeper.js')).toEqual([])
  })

  it('would not take a larger one', async () => {
    expect(await checkWith('discount-notice.js')).toEqual([
      expect.stringMatching(/^AssetSizeAppBlockJavaScript/),
    ])
  })
})

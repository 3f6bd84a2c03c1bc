import { describe, expect, it } from 'vitest'
import type { Change } from '../support/liquid/check-theme.js'
import { checkTheme } from '../support/liquid/check-theme.js'
import { EXTENSION } from '../support/liquid/render-block.js'

const EMBED = 'blocks/discount-keeper.liquid'
const NOTICE = 'blocks/discount-notice.liquid'

/** The files that `sync-assets.mjs` brings; what is in them does not matter here. */
const ASSETS = {
  'assets/discount-keeper.js': '',
  'assets/discount-keeper.keeping.js': '',
  'assets/discount-notice.js': '',
}

const check = (changes: Readonly<Record<string, Change>>): Promise<readonly string[]> =>
  checkTheme(EXTENSION, { ...ASSETS, ...changes })

const replace = (old: string, by: string) => (text: string) => {
  expect(text).toContain(old)
  return text.replace(old, () => by)
}
const put = (line: string) => (text: string) => line + '\n' + text

describe('the theme app extension', () => {
  it('passes Theme Check with the rules for extensions', async () => {
    expect(await check({})).toEqual([])
  })

  it.each<[string, string, Readonly<Record<string, Change>>]>([
    ['a file that is not there', 'MissingAsset', { [EMBED]: replace('keeper.js', 'keepers.js') }],
    [
      'a tag that extensions may not have',
      'AppBlockValidTags',
      { [EMBED]: put("{% section 'x' %}") },
    ],
    ['a block without a schema', 'AppBlockMissingSchema', { 'blocks/more.liquid': '<p>More</p>' }],
    [
      'a script that blocks the page',
      'ParserBlockingScript',
      { [EMBED]: replace('  defer\n', '') },
    ],
    [
      'a script of another server',
      'RemoteAsset',
      { [EMBED]: put('<script src="https://x.example/a.js" defer></script>') },
    ],
    ['a variable that nobody set', 'UndefinedObject', { [EMBED]: put('{{ settings_of_block }}') }],
    ['a filter nobody knows', 'UnknownFilter', { [EMBED]: replace('| strip', '| stripp') }],
    [
      'a label that is not translated',
      'ValidSchemaTranslations',
      { [EMBED]: replace('t:settings.debug.label', 't:settings.debugging.label') },
    ],
    [
      'a text that is not translated',
      'TranslationKeyExists',
      { [NOTICE]: replace('notice.soon', 'notice.soonish') },
    ],
    [
      'a text missing in German',
      'MatchingTranslations',
      { 'locales/de.json': replace('"soon"', '"soonish"') },
    ],
    [
      'a label missing in German',
      'MatchingTranslations',
      { 'locales/de.schema.json': replace('"ttl_days"', '"days"') },
    ],
    [
      'an element that is not closed',
      'LiquidHTMLSyntaxError',
      { [NOTICE]: replace('</discount-notice>', '') },
    ],
    ['a wrong comma', 'ValidJSON', { 'locales/en.default.json': replace('",', '",,') }],
    ['a variable for nothing', 'UnusedAssign', { [NOTICE]: put("{% assign x = 'y' %}") }],
  ])('would not pass with %s', async (_, name, changes) => {
    const offences = await check(changes)
    expect(offences.map((offence) => offence.split(':')[0])).toContain(name)
  })

  it('would not pass with more than 10,000 bytes loaded by a schema', async () => {
    const bySchema = replace('"target"', '"javascript": "discount-keeper.js", "target"')
    const sized = (bytes: number) =>
      check({ [EMBED]: bySchema, 'assets/discount-keeper.js': 'x'.repeat(bytes) })
    expect(await sized(10_000)).toEqual([])
    expect(await sized(10_001)).toEqual([expect.stringMatching(/^AssetSizeAppBlockJavaScript/)])
  })
})

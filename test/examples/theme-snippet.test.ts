// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Change } from '../support/liquid/check-theme.js'
import { checkTheme } from '../support/liquid/check-theme.js'
import { optionAttributes } from '../support/liquid/option-attributes.js'
import { renderSnippet, THEME_SNIPPET } from '../support/liquid/render-snippet.js'

const SNIPPET = 'snippets/discount-keeper.liquid'
const source = readFileSync(THEME_SNIPPET + SNIPPET, 'utf8')
const params = Array.from(source.matchAll(/@param {(\w+)} \[(\w+)\]/g), ([, type, name]) => ({
  type,
  name: name ?? '',
}))
const [, LINE = ''] =
  /```liquid\n({% render .*)\n```/.exec(readFileSync(THEME_SNIPPET + 'README.md', 'utf8')) ?? []

const attributesOf = (line: string): Readonly<Record<string, string>> => {
  const fragment = document.createRange().createContextualFragment(renderSnippet(line))
  const script = fragment.querySelector('script')
  return Object.fromEntries(Array.from(script?.attributes ?? [], (one) => [one.name, one.value]))
}

const LAYOUT = `<!doctype html>
<html lang="{{ request.locale.iso_code }}">
  <head>{{ content_for_header }} ${LINE}</head>
  <body>{{ content_for_layout }}</body>
</html>`

/** A theme with the snippet as its README says. */
const check = (changes: Readonly<Record<string, Change>> = {}): Promise<readonly string[]> =>
  checkTheme(THEME_SNIPPET, {
    'assets/discount-keeper.js': '',
    'layout/theme.liquid': LAYOUT,
    'locales/en.default.json': '{}',
    ...changes,
  })

describe('the snippet', () => {
  it('passes Theme Check in a theme that has it as its README says', async () => {
    expect(await check()).toEqual([])
  })

  it.each<[string, string, Readonly<Record<string, Change>>]>([
    [
      'an argument nobody takes',
      'UnrecognizedRenderSnippetArguments',
      { 'layout/theme.liquid': LAYOUT.replace('ttl_days', 'days') },
    ],
    [
      'text for a number',
      'ValidRenderSnippetArgumentTypes',
      { 'layout/theme.liquid': LAYOUT.replace('30', "'30'") },
    ],
    [
      'a parameter for nothing',
      'UnusedDocParam',
      { [SNIPPET]: (old) => old.replace('@param', '@param {string} [more] - x\n  @param') },
    ],
    [
      'a line that was forgotten',
      'OrphanedSnippet',
      { 'layout/theme.liquid': LAYOUT.replace(LINE, '') },
    ],
    [
      'a script that blocks the page',
      'ParserBlockingScript',
      { [SNIPPET]: (old) => old.replace('  defer\n', '') },
    ],
  ])('would not pass with %s', async (_, name, changes) => {
    const offences = await check(changes)
    expect(offences.map((offence) => offence.split(':')[0])).toContain(name)
  })

  it('says nothing that the theme did not say', () => {
    expect(attributesOf("{% render 'discount-keeper' %}")).toEqual({
      src: '/assets/discount-keeper.js',
      defer: '',
      'data-platform': 'shopify-theme',
    })
    expect(attributesOf(LINE)).toMatchObject({ 'data-ttl-days': '30', 'data-stacking': 'last' })
  })

  it('has an argument for every option that text can hold', () => {
    const given = params.map(({ name, type }) => `${name}: ${type === 'string' ? "'x'" : 1}`)
    const attributes = attributesOf(`{% render 'discount-keeper', ${given.join(', ')} %}`)
    expect(Object.keys(attributes)).toHaveLength(params.length + 3)
    for (const name of optionAttributes()) expect(attributes).toHaveProperty(name)
  })

  it('lets no argument out of its attribute', () => {
    const evil = `{% assign evil = '"><script>' %}{% render 'discount-keeper', terms: evil %}`
    expect(attributesOf(evil)['data-terms']).toBe('"><script>')
  })
})

import { readFileSync } from 'node:fs'
import { createLiquid } from './create-liquid.js'

/** The folder of the snippet for themes. */
export const THEME_SNIPPET = 'examples/theme-snippet/'

/** The HTML of a line of Liquid in a theme that has the snippet, such as `{% render 'discount-keeper' %}`. */
export const renderSnippet = (line: string): string => {
  const source = readFileSync(`${THEME_SNIPPET}snippets/discount-keeper.liquid`, 'utf8')
  const liquid = createLiquid({ snippets: { 'discount-keeper': source } })
  return String(liquid.parseAndRenderSync(line) as unknown)
}

import { readFileSync } from 'node:fs'
import { Liquid } from 'liquidjs'

export interface LiquidOptions {
  /** The folder that assets are served from. @default '/assets/' */
  readonly assets?: string | undefined
  /** The storefront locale file that `t` reads. */
  readonly translations?: string | undefined
  /** Snippets for `render`, by name. */
  readonly snippets?: Readonly<Record<string, string>> | undefined
}

type Texts = { readonly [key: string]: string | Texts }

const lookUp = (texts: Texts, key: string): string => {
  let found: string | Texts | undefined = texts
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined
  // as a shop says it
  return typeof found === 'string' ? found : `Translation missing: en.${key}`
}

/** What a shop does with the tags that liquidjs does not know: schema and doc are not rendered, style is an element. */
export const withoutTags = (source: string): string =>
  source
    .replace(/{%-?\s*(schema|doc)\s*-?%}[^]*?{%-?\s*end\1\s*-?%}/g, '')
    .replace(/{%-?\s*style\s*-?%}/g, '<style data-shopify>')
    .replace(/{%-?\s*endstyle\s*-?%}/g, '</style>')

/** Liquid with the filters of a shop that the examples use, as documented. */
export const createLiquid = (options: LiquidOptions = {}): Liquid => {
  const { assets = '/assets/', snippets = {}, translations } = options
  const texts = translations ? (JSON.parse(readFileSync(translations, 'utf8')) as Texts) : {}
  const templates = Object.fromEntries(
    Object.entries(snippets).map(([name, source]) => [name, withoutTags(source)]),
  )
  const liquid = new Liquid({ strictFilters: true, templates })
  liquid.registerFilter('asset_url', (name: string) => assets + name)
  liquid.registerFilter('t', (key: string) => lookUp(texts, key))
  return liquid
}

import { readFileSync } from 'node:fs'
import { createLiquid, withoutTags } from './create-liquid.js'

/** The theme app extension's folder in the example app. */
export const EXTENSION = 'examples/shopify-app/extensions/discount-keeper/'

export interface BlockSetting {
  readonly id?: string | undefined
  readonly type: string
  readonly label?: string | undefined
  readonly default?: unknown
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined
}

export type SettingValues = Readonly<Record<string, string | number | boolean>>

const readBlock = (name: string): string =>
  readFileSync(`${EXTENSION}blocks/${name}.liquid`, 'utf8')

/** The settings that the theme editor shows for a block, headers left out. */
export const blockSettings = (
  name: string,
): readonly (BlockSetting & { readonly id: string })[] => {
  const [, json = ''] = /{% schema %}([^]*){% endschema %}/.exec(readBlock(name)) ?? []
  const { settings } = JSON.parse(json) as { readonly settings: readonly BlockSetting[] }
  return settings.flatMap((setting) => (setting.id ? [{ ...setting, id: setting.id }] : []))
}

export interface RenderBlockOptions {
  /** What the merchant chose; the rest has its default. */
  readonly settings?: SettingValues | undefined
  readonly locale?: 'en' | 'de' | undefined
  readonly designMode?: boolean | undefined
  /** The folder that assets are served from. */
  readonly assets?: string | undefined
}

/** The HTML of a block of the extension, as it stands in a page of the shop. */
export const renderBlock = (name: string, options: RenderBlockOptions = {}): string => {
  const { assets, designMode = false, locale = 'en', settings = {} } = options
  const file = locale === 'en' ? 'en.default' : locale
  const liquid = createLiquid({ assets, translations: `${EXTENSION}locales/${file}.json` })
  const defaults = blockSettings(name).map((setting) => [setting.id, setting.default])
  const html: unknown = liquid.parseAndRenderSync(withoutTags(readBlock(name)), {
    block: { id: 'AbC1', settings: { ...Object.fromEntries(defaults), ...settings } },
    request: { design_mode: designMode, locale: { iso_code: locale } },
  })
  return String(html)
}

// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it, vi } from 'vitest'
import { DEFAULT_TEXTS } from '../../src/notice/texts.js'
import { optionAttributes } from '../support/liquid/option-attributes.js'
import type { SettingValues } from '../support/liquid/render-block.js'
import { blockSettings, EXTENSION, renderBlock } from '../support/liquid/render-block.js'
import { errors, hear, load } from '../support/script-page.js'

const EMBED = 'discount-keeper'
const NOTICE = 'discount-notice'

const parse = (html: string): DocumentFragment =>
  document.createRange().createContextualFragment(html)

const readSchema = (name: string): object => {
  const file = `node_modules/@shopify/theme-check-docs-updater/data/${name}.json`
  return JSON.parse(readFileSync(file, 'utf8')) as object
}

/** The attributes of the first element of this name. */
const attributesOf = (html: string, name: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from(parse(html).querySelector(name)?.attributes ?? [], (one) => [one.name, one.value]),
  )

const embed = (settings: SettingValues = {}): Readonly<Record<string, string>> =>
  attributesOf(renderBlock(EMBED, { settings }), 'script')

/** A right value for each setting that has no default. */
const FILLED: SettingValues = {
  params_allow: '%',
  alternative: 'SAVE5',
  terms: '{"SAVE10":{"percentage":10}}',
  checkout_origins: 'https://checkout.example.com',
  checkout_paths: '/kasse',
  safe_codes_endpoint: '/apps/discount-keeper/mint',
  safe_codes_patience: 800,
  refresher_endpoint: '/apps/discount-keeper/refresh',
}

describe.each([EMBED, NOTICE])('the settings of the block %s', (name) => {
  const settings = blockSettings(name)

  it('are such as the theme editor takes', () => {
    const ajv = new Ajv({ strict: false })
    for (const part of ['setting', 'default_setting_values'])
      ajv.addSchema(readSchema(part), `${part}.json`)
    const isRight = ajv.compile({ type: 'array', items: { $ref: 'setting.json' } })
    expect(isRight(settings), JSON.stringify(isRight.errors)).toBe(true)
    expect(isRight([{ ...settings[0], type: 'tickbox' }])).toBe(false)
    expect(isRight([{ type: 'range', id: 'a', label: 'A', min: 0 }])).toBe(false)
  })

  it('each have an id of their own, and are used', () => {
    const ids = settings.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const source = readFileSync(`${EXTENSION}blocks/${name}.liquid`, 'utf8')
    const used = source.matchAll(/block\.settings\.(\w+)/g)
    expect(new Set(Array.from(used, ([, id]) => id))).toEqual(new Set(ids))
  })

  it('have a default that can be chosen', () => {
    const chosen = settings.filter(({ options }) => options)
    expect(chosen.length).toBeGreaterThan(0)
    for (const { default: value, options = [] } of chosen)
      expect(options.map((option) => option.value)).toContain(value)
    // an empty text as default is refused when an app is deployed
    expect(settings.filter((setting) => setting.default === '')).toEqual([])
  })
})

describe('the app embed', () => {
  it('has an attribute for every option that text can hold, the platform given', () => {
    expect(Object.keys(embed(FILLED))).toEqual(expect.arrayContaining([...optionAttributes()]))
  })

  it('says what the merchant chose, and nothing where nothing was chosen', () => {
    expect(embed()).toEqual({
      src: '/assets/discount-keeper.js',
      defer: '',
      'data-platform': 'shopify-theme',
      'data-ttl-days': '30',
      'data-ttl': 'fixed',
      'data-stacking': 'last',
      'data-clean-url': 'false',
      'data-consent': 'granted',
      'data-debug': 'false',
      'data-params-discount': 'discount',
      'data-params-ref': 'ref,via,cc_ref',
      'data-expiry-notice-before': '24',
      'data-layers': 'cart-attributes,local-storage,cookie',
    })
    expect(embed({ params_ref: ' ', layers: '', notice_before: '48, 1' })).toEqual({
      ...Object.fromEntries(Object.entries(embed()).filter(([name]) => !/ref|layers/.test(name))),
      'data-expiry-notice-before': '48, 1',
    })
  })

  it('has values that the script takes, whatever is chosen', async () => {
    const heard = hear('error')
    const choices = blockSettings(EMBED).flatMap(({ id, options = [] }) =>
      options.map(({ value }): SettingValues => ({ [id]: value })),
    )
    expect(choices.length).toBeGreaterThan(8)
    for (const choice of [{}, FILLED, { clean_url: true, debug: true }, ...choices]) {
      Reflect.deleteProperty(window, 'DiscountKeeper')
      const keeper = await load({ ...embed(choice), 'data-auto': 'false' })
      expect(keeper.inspect().platform, JSON.stringify(choice)).toBe('shopify-theme')
    }
    expect(errors(heard)).toEqual([])
  })

  it('would be found out with a value that the script does not take', async () => {
    const heard = hear('error')
    vi.spyOn(console, 'warn').mockReturnValue()
    Reflect.deleteProperty(window, 'DiscountKeeper')
    await load({ ...embed({ stacking: 'newest' }), 'data-auto': 'false' })
    expect(errors(heard)).toMatchObject([{ code: 'OPTION' }])
  })

  it('lets no setting out of its attribute', () => {
    const evil = `"'><script>alert(1)</script>`
    const texts = blockSettings(EMBED).filter(({ type }) => /text/.test(type))
    const settings = Object.fromEntries(texts.map(({ id }) => [id, evil]))
    expect(parse(renderBlock(EMBED, { settings })).querySelectorAll('*')).toHaveLength(1)
    expect(embed(settings)['data-expiry-alternative']).toBe(evil)
  })
})

describe('the notice as a block', () => {
  const render = (settings: SettingValues = {}, locale: 'en' | 'de' = 'en') =>
    renderBlock(NOTICE, { settings, locale })
  const texts = (html: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(attributesOf(html, NOTICE)).flatMap(([name, value]) =>
        name.startsWith('text-') ? [[name, value]] : [],
      ),
    )
  const placeholders = (text: string): readonly string[] => (text.match(/{\w+}/g) ?? []).sort()

  it('says in English what the notice says by itself, every text of it', () => {
    const expected = Object.entries(DEFAULT_TEXTS).map(([name, text]) => [
      `text-${name.toLowerCase().replace(/_/g, '-')}`,
      text,
    ])
    expect(texts(render())).toEqual(Object.fromEntries(expected))
  })

  it('says the same in German, with the same in the placeholders', () => {
    const english = texts(render())
    const german = texts(render({}, 'de'))
    expect(Object.keys(german)).toEqual(Object.keys(english))
    for (const [name, text] of Object.entries(english)) {
      expect(german[name], name).not.toBe(text)
      expect(placeholders(german[name] ?? ''), name).toEqual(placeholders(text))
    }
    expect(attributesOf(render({}, 'de'), NOTICE)['lang']).toBe('de')
  })

  it('says what the merchant wrote instead', () => {
    const own = blockSettings(NOTICE).filter(({ id }) => id.startsWith('text_'))
    const written = Object.fromEntries(own.map(({ id }) => [id, `"${id}" <b>`]))
    const said = texts(render(written))
    for (const { id } of own) expect(said[id.replace(/_/g, '-')]).toBe(`"${id}" <b>`)
    expect(said['text-soon']).toBe('{code} ends at {time}')
  })

  it('speaks of what it is asked to, and looks as chosen', () => {
    expect(attributesOf(render(), NOTICE)).not.toHaveProperty('states')
    expect(attributesOf(render({ states: 'good' }), NOTICE)['states']).toBe('held applied expiring')
    const style = (settings: SettingValues): string =>
      (parse(render(settings)).querySelector('style')?.textContent ?? '')
        .replace(/\s+/g, ' ')
        .trim()
    expect(style({})).toBe('#shopify-block-AbC1 { --discount-notice-radius: 8px; }')
    const colours = ['background', 'color', 'edge', 'button_background', 'button_color']
    expect(style(Object.fromEntries(colours.map((id, i) => [id, `#00000${i}`])))).toBe(
      '#shopify-block-AbC1 { --discount-notice-background: #000000; --discount-notice-color: #000001; ' +
        '--discount-notice-edge: #000002; --discount-notice-button-background: #000003; ' +
        '--discount-notice-button-color: #000004; --discount-notice-radius: 8px; }',
    )
  })

  it('shows a sample in the theme editor only', () => {
    const sample = (designMode: boolean) =>
      parse(renderBlock(NOTICE, { designMode })).querySelector('p')?.textContent
    expect([sample(true), sample(false)]).toEqual(['SAVE10 applied', undefined])
  })
})

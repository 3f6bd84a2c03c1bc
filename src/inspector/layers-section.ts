import type { LayerRow } from '../inspect.js'
import type { Durability } from '../types.js'
import { nameUrl } from './naming.js'
import { recordLines } from './record-lines.js'
import type { Picture, Section } from './section.js'
import { frame, pairs } from './section.js'
import { fromNow } from './span.js'

const TITLES = new Map([
  ['url-parameter', 'The address of this page'],
  ['cart-attributes', 'The cart, for the order'],
  ['local-storage', 'This browser'],
  ['cookie', 'A cookie'],
  ['checkout-url', 'Links to checkout'],
  ['email-link', 'Links for e-mails'],
])

const LASTS: Readonly<Record<Durability, string>> = {
  server: 'as long as the cart, kept by the shop',
  browser: 'in this browser',
  session: 'until the browser is closed',
  memory: 'on this page only',
}

const valueOf = ({ key, value }: LayerRow, { name }: Picture): string => {
  if (!value) return 'nothing'
  if (!key) return nameUrl(value, name)
  const lines = recordLines(value)
  if (lines)
    return lines.map(({ code, status }) => `${name(code)} ${status}`).join(', ') || 'nothing'
  // a cart's attribute, or a list that another script wrote
  return value
    .split(',')
    .map((code) => name(code.trim()))
    .join(', ')
}

const row = (layer: LayerRow, picture: Picture): HTMLElement => {
  const { make, now } = picture
  const { durability, expiresAt, grantedAt, key, name, value } = layer
  const lasts = key && (durability ? LASTS[durability] : value && 'not as it should be')
  return make(
    'li',
    {},
    make(
      'div',
      { class: 'head' },
      make('strong', {}, TITLES.get(name) ?? name),
      make('small', {}, [name, key].filter(Boolean).join(' · ')),
    ),
    pairs(make, [
      ['Holds', valueOf(layer, picture)],
      ['Lasts', lasts],
      ['Since', grantedAt ? fromNow(grantedAt, now) : undefined],
      ['Until', expiresAt ? fromNow(expiresAt, now) : undefined],
    ]),
  )
}

/** The layer table: what is kept where, since when and for how long. */
export const layersSection: Section = (picture) => {
  const { inspection, make } = picture
  return frame(
    make,
    'Where it is kept',
    make('p', {}, `At best it lasts ${LASTS[inspection.durability]}.`),
    make('ul', {}, ...inspection.layers.map((layer) => row(layer, picture))),
  )
}

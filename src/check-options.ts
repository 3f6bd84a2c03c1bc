import { DiscountKeeperError } from './errors.js'
import { LAYERS } from './names.js'

/** Lists may be written as one string, with commas. */
export const toList = (value: unknown): readonly unknown[] =>
  typeof value === 'string'
    ? value.split(/[\s,]+/).filter(Boolean)
    : Array.isArray(value)
      ? value
      : [value]

const isPositive = (value: unknown): boolean =>
  /number|string/.test(typeof value) && Number(value) > 0 && Number(value) < 1e4

const isText = (value: unknown): unknown => typeof value === 'string' && value

const KINDS: Readonly<Record<string, (value: unknown) => unknown>> = {
  'a positive number': isPositive,
  'positive numbers': (value) => toList(value).every(isPositive),
  'a list': (value) => Array.isArray(value) || isText(value),
  'a string': isText,
  'a function': (value) => typeof value === 'function',
  'an object': (value) => typeof value === 'object' && value,
}

const LIST = 'a list'
const OBJECT = 'an object'
const POSITIVE = 'a positive number'
const SWITCH = 'true or false'
const TEXT = 'a string'

type Rows = Readonly<Record<string, string | Readonly<Record<string, string>>>>

/** What each option is expected to be, those of a group by their group; `data-*` attributes take their names from these. */
export const OPTION_ROWS: Rows = {
  platform: OBJECT,
  params: { discount: LIST, ref: LIST, token: LIST, allow: TEXT },
  ttlDays: POSITIVE,
  ttl: 'fixed or sliding',
  stacking: 'last or first or best or combine or a function',
  layers: LIST,
  consent: 'granted or required or an object',
  checkout: { origins: LIST, paths: LIST },
  expiry: { noticeBefore: 'positive numbers', alternative: 'a string or a function' },
  terms: 'an object or a function',
  safeCodes: {
    endpoint: TEXT,
    when: 'checkout or cart',
    patience: POSITIVE,
    fallback: 'none or base',
  },
  refresher: { endpoint: TEXT },
  cleanUrl: SWITCH,
  debug: SWITCH,
}

const show = (value: unknown): string =>
  typeof value === 'object' && value ? OBJECT : String(value)

/** The error of a wrong option: what was expected, and what came. */
export const wrongOption = (row: string, expected: string, value: unknown): DiscountKeeperError =>
  new DiscountKeeperError(
    'OPTION',
    `Expected ${row} to be ${expected}, got ${show(value)} instead.`,
  )

const checkMembers = (options: object, rows: Rows, group: string): void => {
  for (const [name, value] of Object.entries<unknown>({ ...options })) {
    // an own member: `constructor` is no option
    const row = Object.entries(rows).find(([known]) => known === name)?.[1] ?? 'left out'
    const expected = typeof row === 'string' ? row : OBJECT
    const isKind = (kind: string): unknown =>
      KINDS[kind] ? KINDS[kind](value) : show(value) === kind
    if (value === undefined) continue
    if (!expected.split(' or ').some(isKind)) throw wrongOption(group + name, expected, value)
    if (row !== expected) checkMembers(Object(value), Object(row), name + '.')
  }
}

const isLayer = (layer: unknown): boolean =>
  typeof layer === 'object' && layer ? 'write' in layer : LAYERS.some((name) => name === layer)

/** Throws a `DiscountKeeperError` on the first option that is unknown or not as expected. */
export const checkOptions = (options: unknown): void => {
  if (typeof options !== 'object' || !options || Array.isArray(options))
    throw wrongOption('options', OBJECT, options)
  checkMembers(options, OPTION_ROWS, '')
  const { layers = [] } = options as { readonly layers?: unknown }
  for (const layer of toList(layers))
    if (!isLayer(layer)) throw wrongOption('layers', LAYERS.join(' or '), layer)
}

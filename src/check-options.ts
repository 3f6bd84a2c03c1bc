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

const KINDS: Readonly<Record<string, (value: unknown) => unknown>> = {
  'a positive number': isPositive,
  'positive numbers': (value) => toList(value).every(isPositive),
  'a list': (value) => Array.isArray(value) || (typeof value === 'string' && value),
  'a string': (value) => typeof value === 'string' && value,
  'a function': (value) => typeof value === 'function',
  'an object': (value) => typeof value === 'object' && value,
}

const LIST = 'a list'
const SWITCH = 'true or false'

/** What each option is expected to be, nested ones with a dot; `data-*` attributes take their names from these rows. */
export const OPTION_ROWS: Readonly<Record<string, string>> = {
  platform: 'an object',
  params: 'an object',
  'params.discount': LIST,
  'params.ref': LIST,
  'params.allow': 'a string',
  ttlDays: 'a positive number',
  ttl: 'fixed or sliding',
  stacking: 'last or first or best or combine or a function',
  layers: LIST,
  consent: 'granted or required or an object',
  checkout: 'an object',
  'checkout.origins': LIST,
  'checkout.paths': LIST,
  expiry: 'an object',
  'expiry.noticeBefore': 'positive numbers',
  'expiry.alternative': 'a string or a function',
  terms: 'an object or a function',
  cleanUrl: SWITCH,
  debug: SWITCH,
}

const show = (value: unknown): string =>
  typeof value === 'object' && value ? 'an object' : String(value)

/** The error of a wrong option: what was expected, and what came. */
export const wrongOption = (row: string, expected: string, value: unknown): DiscountKeeperError =>
  new DiscountKeeperError(
    'OPTION',
    `Expected ${row} to be ${expected}, got ${show(value)} instead.`,
  )

const isGroup = (row: string, value: unknown): value is object =>
  Object.keys(OPTION_ROWS).some((name) => name.startsWith(row + '.')) && typeof value === 'object'

const expectedOf = (name: string, group: string): string =>
  (!name.includes('.') && Object.entries(OPTION_ROWS).find(([row]) => row === group + name)?.[1]) ||
  'left out'

const checkMembers = (options: object, group: string): void => {
  for (const [name, value] of Object.entries<unknown>({ ...options })) {
    const row = group + name
    const expected = expectedOf(name, group)
    const isKind = (kind: string): unknown =>
      KINDS[kind] ? KINDS[kind](value) : show(value) === kind
    if (value === undefined) continue
    if (!expected.split(' or ').some(isKind)) throw wrongOption(row, expected, value)
    if (isGroup(row, value)) checkMembers(value, row + '.')
  }
}

const isLayer = (layer: unknown): boolean =>
  typeof layer === 'object' && layer ? 'write' in layer : LAYERS.some((name) => name === layer)

/** Throws a `DiscountKeeperError` on the first option that is unknown or not as expected. */
export const checkOptions = (options: unknown): void => {
  if (typeof options !== 'object' || !options || Array.isArray(options))
    throw wrongOption('options', 'an object', options)
  checkMembers(options, '')
  const { layers = [] } = options as { readonly layers?: unknown }
  for (const layer of toList(layers))
    if (!isLayer(layer)) throw wrongOption('layers', LAYERS.join(' or '), layer)
}

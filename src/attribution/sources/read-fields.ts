import { isObject } from '../../is-object.js'
import { roundToMinor } from '../money.js'

/** Thrown for a payload that does not hold what an order of that shop holds; the message names the member, not its value. */
export class SaleSourceError extends Error {
  /** The path of the member, such as `line_items.0.price`. */
  readonly path: string

  constructor(path: string, expected: string) {
    super(`Expected ${path} to be ${expected}.`)
    this.name = 'SaleSourceError'
    this.path = path
  }
}

const parseTime = (written: string, zone: string): number =>
  Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(written) ? written : written + zone)

/** Reads members of a payload that may be anything, each of the kind that is asked for. */
export interface Fields {
  /** Text or a number, as text. Throws `SaleSourceError` where it is neither. */
  readonly text: (name: string) => string
  /** The same; undefined where it is missing, null or empty. */
  readonly maybeText: (name: string) => string | undefined
  readonly count: (name: string) => number
  /** Milliseconds since 1970; `zone` is that of a text without one, such as `Z`. */
  readonly time: (name: string, zone?: string) => number
  /** The same; undefined where it is missing, null or empty. */
  readonly maybeTime: (name: string) => number | undefined
  /** An amount in integer minor units of the currency; `scale` is how many decimals the shop leaves out. */
  readonly money: (name: string, currency: string, scale?: number) => number
  /** Throws where it is there and no object; undefined where it is missing or null. */
  readonly maybe: (name: string) => Fields | undefined
  /** Empty where it is missing or null. */
  readonly list: (name: string) => readonly Fields[]
  readonly flag: (name: string) => boolean | undefined
}

/** Reads a payload; `path` is where it stands, for errors. Throws `SaleSourceError` where it is no object. */
export const readFields = (value: unknown, path = 'the order'): Fields => {
  if (!isObject(value)) throw new SaleSourceError(path, 'an object')
  const at = (name: string): string => (path === 'the order' ? name : `${path}.${name}`)
  const known = (name: string): unknown => value[name] ?? undefined
  const maybeText = (name: string): string | undefined => {
    const found = known(name)
    if (found === undefined || found === '') return undefined
    if (typeof found === 'string' || typeof found === 'number') return String(found)
    throw new SaleSourceError(at(name), 'text or a number')
  }
  const text = (name: string): string => {
    const found = maybeText(name)
    if (found === undefined) throw new SaleSourceError(at(name), 'there')
    return found
  }
  const time = (name: string, zone = ''): number => {
    const found = known(name)
    const moment = found instanceof Date ? found.getTime() : parseTime(text(name), zone)
    if (Number.isNaN(moment)) throw new SaleSourceError(at(name), 'a time')
    return moment
  }
  return {
    text,
    maybeText,
    count: (name) => {
      const count = Number(text(name))
      if (!Number.isSafeInteger(count) || count < 0) throw new SaleSourceError(at(name), 'a count')
      return count
    },
    time,
    maybeTime: (name) => (known(name) === undefined || known(name) === '' ? undefined : time(name)),
    money: (name, currency, scale) => {
      const minor = roundToMinor(text(name), currency, scale)
      if (minor === undefined) throw new SaleSourceError(at(name), `an amount of ${currency}`)
      return minor
    },
    maybe: (name) => {
      const found = known(name)
      return found === undefined ? undefined : readFields(found, at(name))
    },
    list: (name) => {
      const found = known(name)
      if (found === undefined) return []
      if (!Array.isArray(found)) throw new SaleSourceError(at(name), 'a list')
      return found.map((one: unknown, place) => readFields(one, `${at(name)}.${place}`))
    },
    flag: (name) => {
      const found = known(name)
      if (found === undefined || typeof found === 'boolean') return found
      throw new SaleSourceError(at(name), 'true or false')
    },
  }
}

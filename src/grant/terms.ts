import { DiscountKeeperError } from '../errors.js'
import { isSame } from '../is-same.js'
import type { CodeTerms, Grant } from '../types.js'

/** What may be said of codes: an object by code, or a function. */
export type TermsOption =
  | Readonly<Record<string, CodeTerms>>
  | ((code: string) => CodeTerms | undefined)

/** Terms that can be relied on: numbers that make sense, times in milliseconds since 1970. */
export interface KnownTerms extends Omit<CodeTerms, 'startsAt' | 'endsAt'> {
  readonly startsAt?: number | undefined
  readonly endsAt?: number | undefined
}

/** Compares codes without case; answers `{}` where nothing is known. Never throws. */
export type TermsOf = (code: string) => KnownTerms

const toNumber = (value: unknown, most = Number.MAX_SAFE_INTEGER): number | undefined =>
  typeof value === 'number' && value > 0 && value <= most ? value : undefined

const toTime = (value: unknown): number | undefined => {
  const time = typeof value === 'string' ? Date.parse(value) : value
  return typeof time === 'number' && Number.isFinite(time) ? time : undefined
}

const READERS: { readonly [Name in keyof KnownTerms]-?: (value: unknown) => KnownTerms[Name] } = {
  percentage: (value) => toNumber(value, 100),
  amountEach: (value) => toNumber(value),
  amountOff: (value) => toNumber(value),
  minimum: (value) => (value === 0 ? 0 : toNumber(value)),
  startsAt: toTime,
  endsAt: toTime,
  everyProduct: (value) => (typeof value === 'boolean' ? value : undefined),
}

/** Reads what the merchant says; a member that makes no sense counts as unknown and is reported, once. */
export const readTerms = (
  option: TermsOption | undefined,
  report: (error: DiscountKeeperError) => void,
): TermsOf => {
  const told = new Set<string>()
  const complain = (what: string, cause?: unknown): void => {
    if (!told.has(what)) report(new DiscountKeeperError('OPTION', what, cause))
    told.add(what)
  }
  const given = (code: string): object => {
    const said: unknown =
      typeof option === 'function'
        ? option(code)
        : Object.entries(option ?? {}).find(([name]) => isSame(name, code))?.[1]
    return typeof said === 'object' && said ? said : {}
  }
  return (code) => {
    try {
      const known = Object.entries(given(code)).flatMap(([name, value]: [string, unknown]) => {
        const read = Object.entries(READERS).find(([reader]) => reader === name)?.[1](value)
        if (read === undefined && value !== undefined) complain(`terms of a code: wrong ${name}`)
        return read === undefined ? [] : [[name, read] as const]
      })
      return Object.fromEntries(known)
    } catch (cause) {
      complain('terms of a code could not be read', cause)
      return {}
    }
  }
}

/** The name that the merchant knows a grant by: its code, or the word of the link where the code is made. */
export const namedIn = ({ code, promise }: Pick<Grant, 'code' | 'promise'>): string =>
  promise?.discount ?? code

/** The grant with the times that its terms set: it never outlives their end. */
export const dated = <Dated extends Grant>(grant: Dated, { endsAt, startsAt }: KnownTerms): Dated =>
  startsAt === undefined && endsAt === undefined
    ? grant
    : { ...grant, startsAt, expiresAt: Math.min(grant.expiresAt, endsAt ?? Infinity) }

/** True before its start: it is kept, and goes nowhere. */
export const isUpcoming = ({ startsAt = -Infinity }: Grant, now: number): boolean => now < startsAt

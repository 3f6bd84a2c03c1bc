import { SUFFIX_LENGTH } from './derive-suffix.js'
import { createKeyRing } from './keys.js'
import type { MintOptions } from './mint-options.js'
import { checkOrigins } from './origins.js'
import type { Minter } from './types.js'
import { wrongOption } from './wrong-option.js'

const isFunction = (value: unknown): boolean => typeof value === 'function'
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null
const isPositive = (value: unknown): boolean => Number.isFinite(value) && Number(value) > 0

type Row = readonly [expected: string, isRight: (value: unknown) => boolean]

const REQUIRED: Readonly<Record<string, Row>> = {
  origins: ['a list of origins', Array.isArray],
  findOffers: ['a function', isFunction],
}
const OPTIONAL: Readonly<Record<string, Row>> = {
  minter: ['a minter', isObject],
  grant: ['a function', isFunction],
  limits: ['an object', isObject],
  codeHours: ['a positive number', isPositive],
  now: ['a function', isFunction],
  tell: ['a function', isFunction],
}

const checkMinter = ({ longest, mint }: Minter): void => {
  if (!isFunction(mint)) throw wrongOption('minter.mint', 'a function', mint)
  if (!Number.isInteger(longest) || longest < SUFFIX_LENGTH)
    throw wrongOption('minter.longest', `a number of at least ${SUFFIX_LENGTH}`, longest)
}

/** Throws a `DiscountKeeperError` with code `OPTION` on the first option that is missing, unknown or not as expected. */
export const checkMintOptions = (options: MintOptions): void => {
  if (!isObject(options)) throw wrongOption('options', 'an object', options)
  const given = new Map<string, unknown>(Object.entries(options))
  for (const name of given.keys())
    if (!(name === 'keys' || name in REQUIRED || name in OPTIONAL))
      throw wrongOption(name, 'left out', given.get(name))
  for (const [name, [expected, isRight]] of Object.entries({ ...REQUIRED, ...OPTIONAL })) {
    const value = given.get(name)
    if ((value !== undefined || name in REQUIRED) && !isRight(value))
      throw wrongOption(name, expected, value)
  }
  createKeyRing(options.keys)
  checkOrigins('origins', options.origins)
  if (options.minter) checkMinter(options.minter)
  else if (!options.grant) throw wrongOption('minter or grant', 'there', 'neither')
}

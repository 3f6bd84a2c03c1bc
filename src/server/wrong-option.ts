import { DiscountKeeperError } from '../errors.js'

/** The error of a wrong option: what was expected, and what came. `came` is words, never a secret. */
export const wrongOption = (name: string, expected: string, came: unknown): DiscountKeeperError =>
  new DiscountKeeperError(
    'OPTION',
    `Expected ${name} to be ${expected}, got ${show(came)} instead.`,
  )

const show = (value: unknown): string =>
  typeof value === 'function' || (typeof value === 'object' && value) ? typeof value : String(value)

import { DiscountKeeperError } from '../../errors.js'

/** What fits into a header as it is; an error of `fetch` would quote anything else. */
const HEADER = /^[\x21-\x7e]+$/

/** Throws an `OPTION` error that names the option, and not what it holds, where a secret is missing or has a line end in it. */
export const checkSecret = (minter: string, secrets: Readonly<Record<string, unknown>>): void => {
  for (const [name, secret] of Object.entries(secrets)) {
    if (typeof secret === 'string' && HEADER.test(secret)) continue
    throw new DiscountKeeperError(
      'OPTION',
      `${minter} expects ${name} to be a text without spaces or line ends`,
    )
  }
}

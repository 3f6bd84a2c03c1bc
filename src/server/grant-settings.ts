import { DiscountKeeperError } from '../errors.js'
import type { GrantOffer } from './grant-offer.js'
import { isGrantOffer } from './grant-offer.js'
import { readSecret } from './grant-token.js'

export interface GrantKey {
  /** Up to 16 of `A-Z a-z 0-9 _ -`; it stands in the token. */
  readonly id: string
  /** At least 32 random bytes, as hexadecimal digits. */
  readonly secret: string
}

/** What the discount's metafield holds, as JSON. */
export interface GrantSettings {
  /** `example.myshopify.com`; a token of another shop is worth nothing here. */
  readonly shop: string
  /** The first signs; tokens of the others still count. */
  readonly keys: readonly [GrantKey, ...GrantKey[]]
  readonly offers: readonly GrantOffer[]
}

/** More of a metafield a function does not get: its run fails, and the discount is gone. */
const MOST_BYTES = 10_000

const wrong = (expected: string): DiscountKeeperError =>
  new DiscountKeeperError('OPTION', `Expected ${expected}.`)

const check = (isRight: boolean, expected: string): void => {
  if (!isRight) throw wrong(expected)
}

const isUnique = (items: readonly { readonly id: string }[]): boolean =>
  new Set(items.map(({ id }) => id)).size === items.length

/** The bytes of a key's secret; throws a `DiscountKeeperError` (`OPTION`) where they are fewer than 32. */
export const keyBytes = ({ id, secret }: GrantKey): Uint8Array<ArrayBuffer> => {
  const bytes = readSecret(secret)
  if (bytes) return bytes
  throw wrong(`key ${id} to have 32 bytes or more, as hexadecimal digits`)
}

/** Throws a `DiscountKeeperError` (`OPTION`) where a key or the shop could not sign. */
export const checkGrantKeys = ({ keys, shop }: Pick<GrantSettings, 'keys' | 'shop'>): void => {
  check(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/.test(shop), 'shop to be a myshopify.com domain')
  check(keys.length > 0 && isUnique(keys), 'one key or more, each with an id of its own')
  for (const key of keys) {
    check(/^[\w-]{1,16}$/.test(key.id), 'the id of a key to be up to 16 letters, digits, _ and -')
    keyBytes(key)
  }
}

/**
 * The JSON for the metafield of the discount. Throws a `DiscountKeeperError` (`OPTION`) where the function could not use it:
 * a short key, an offer that takes nothing off, or more than the 10,000 bytes that a function may read of a metafield.
 */
export const writeGrantSettings = ({ keys, offers, shop }: GrantSettings): string => {
  checkGrantKeys({ keys, shop })
  check(isUnique(offers), 'each offer to have an id of its own')
  for (const offer of offers)
    check(
      isGrantOffer(offer),
      `offer ${offer.id} to have an id, a message, and one that it takes off`,
    )
  const json = JSON.stringify({ shop, keys, offers })
  const { length } = new TextEncoder().encode(json)
  check(length <= MOST_BYTES, `settings of ${MOST_BYTES} bytes at most, these are ${length}`)
  return json
}

import type { GrantOffer } from './grant-offer.js'
import { isGrantOffer } from './grant-offer.js'
import { secretBytes } from './grant-token.js'
import { wrongOption } from './wrong-option.js'

export interface GrantKey {
  /** Up to 16 of `A-Z a-z 0-9 _ -`; it stands in the token. */
  readonly id: string
  /** At least 32 characters of printable ASCII; `openssl rand -base64 32` makes a good one. */
  readonly secret: string
}

/** What the discount's metafield holds, as JSON. */
export interface GrantSettings {
  /** `example.myshopify.com`; a token of another shop is worth nothing here. */
  readonly shop: string
  /** The first signs; tokens of the others still count. */
  readonly keys: readonly GrantKey[]
  readonly offers: readonly GrantOffer[]
}

/** More of a metafield a function does not get: its run fails, and the discount is gone. */
const MOST_BYTES = 10_000
const SHOP = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/

const checkIds = (name: string, items: readonly { readonly id: string }[]): void => {
  const ids = new Set(items.map(({ id }) => id))
  if (ids.size < items.length) throw wrongOption(name, 'of ids that differ', [...ids].join())
}

/** The bytes of a key's secret. Throws a `DiscountKeeperError` (`OPTION`) where they are none, or too few. */
export const keyBytes = ({ id, secret }: GrantKey): Uint8Array<ArrayBuffer> => {
  const bytes = secretBytes(secret)
  if (bytes) return bytes
  const expected = '32 characters of printable ASCII or more'
  throw wrongOption(`the secret of key ${id}`, expected, `${secret.length} characters`)
}

/** The key that signs. Throws a `DiscountKeeperError` (`OPTION`) where there is none, or where any key or the shop is wrong. */
export const signingKey = ({ keys, shop }: Pick<GrantSettings, 'keys' | 'shop'>): GrantKey => {
  if (!SHOP.test(shop)) throw wrongOption('shop', 'a myshopify.com domain', shop)
  for (const key of keys) {
    if (!/^[\w-]{1,16}$/.test(key.id))
      throw wrongOption('the id of a key', '1 to 16 letters, digits, _ and -', key.id)
    keyBytes(key)
  }
  checkIds('keys', keys)
  const [first] = keys
  if (first) return first
  throw wrongOption('keys', 'one key or more', 'none')
}

/**
 * The JSON for the metafield of the discount. Throws a `DiscountKeeperError` (`OPTION`) where the function could not use it:
 * a short key, an offer that takes nothing off, or more than the 10,000 bytes that a function may read of a metafield.
 */
export const writeGrantSettings = ({ keys, offers, shop }: GrantSettings): string => {
  signingKey({ keys, shop })
  for (const offer of offers)
    if (!isGrantOffer(offer))
      throw wrongOption('an offer', 'an id, a message and what it takes off', JSON.stringify(offer))
  checkIds('offers', offers)
  const json = JSON.stringify({ shop, keys, offers })
  const { length } = new TextEncoder().encode(json)
  if (length > MOST_BYTES) throw wrongOption('the settings', `${MOST_BYTES} bytes or fewer`, length)
  return json
}

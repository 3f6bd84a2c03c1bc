import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { GrantOffer } from './grant-format.js'
import { grantMessage, readGrantToken, secretBytes, toHex } from './grant-format.js'
import type { KnownSettings } from './read-settings.js'

/** Takes as long wherever the two differ; both are hexadecimal digits of one hash. */
const isEqual = (one: string, other: string): boolean => {
  let difference = one.length ^ other.length
  for (let place = 0; place < one.length; place++)
    difference |= one.charCodeAt(place) ^ other.charCodeAt(place)
  return difference === 0
}

export interface Presented {
  readonly token: string
  /** The shop's date, `2026-11-30`. */
  readonly today: string
  readonly settings: KnownSettings
}

/** The offer that a token stands for, if this shop signed it and its last day is not over. */
export const findOffer = ({ settings, today, token }: Presented): GrantOffer | undefined => {
  const grant = readGrantToken(token)
  if (!grant || !/^\d{4}-\d\d-\d\d$/.test(today) || grant.lastDay < today) return undefined
  const key = settings.keys.find(({ id }) => id === grant.keyId)
  const secret = secretBytes(key?.secret ?? '')
  if (!secret) return undefined
  const signature = hmac(sha256, secret, grantMessage(settings.shop, grant.body))
  return isEqual(toHex(signature), grant.signature)
    ? settings.offers.find(({ id }) => id === grant.offer)
    : undefined
}

import type { GrantSettings } from './grant-settings.js'
import { keyBytes, signingKey } from './grant-settings.js'
import { grantBody, grantMessage, readGrantToken, toHex } from './grant-token.js'
import { wrongOption } from './wrong-option.js'

export interface GrantClaims {
  /** The id of an offer in the settings of the discount. */
  readonly offer: string
  /** Milliseconds since 1970; the token counts through the day, at the shop, that this moment ends or lies in. */
  readonly endsAt: number
}

export interface GrantSigning extends Pick<GrantSettings, 'keys' | 'shop'> {
  /** The shop's own, such as `Europe/Berlin`: `shop { ianaTimezone }` of the Admin API. A function sees no other clock. */
  readonly timeZone: string
}

/** The day as the shop's calendar has it, as `2026-11-30`. */
const dayAt = (moment: number, timeZone: string): string => {
  const parts = new Intl.DateTimeFormat('en-US', {
    calendar: 'gregory',
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(moment)
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  return [part('year'), part('month'), part('day')].join('-')
}

const lastDayOf = (endsAt: number, timeZone: string): string => {
  try {
    // what ends at midnight has its last moment on the day before
    return dayAt(endsAt - 1, timeZone)
  } catch {
    throw wrongOption('endsAt and timeZone', 'a date at a place', `${endsAt} at ${timeZone}`)
  }
}

/**
 * Resolves to the value of the cart attribute `cc-discount-grant`, 157 characters at most. The discount function honours it at
 * this shop until its last day ends, for any cart and any number of times. Rejects with a `DiscountKeeperError` (`OPTION`)
 * where a key is too short, or the offer's id or the date is none.
 */
export const signGrant = async (
  { endsAt, offer }: GrantClaims,
  signing: GrantSigning,
): Promise<string> => {
  const { shop, timeZone } = signing
  const key = signingKey(signing)
  const body = grantBody({ keyId: key.id, lastDay: lastDayOf(endsAt, timeZone), offer })
  const { subtle } = globalThis.crypto
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const secret = await subtle.importKey('raw', keyBytes(key), algorithm, false, ['sign'])
  const signature = await subtle.sign('HMAC', secret, grantMessage(shop, body))
  const token = `${body}.${toHex(new Uint8Array(signature))}`
  if (!readGrantToken(token))
    throw wrongOption('offer and endsAt', 'the id of an offer and a date', body)
  return token
}

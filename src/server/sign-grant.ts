import { DiscountKeeperError } from '../errors.js'
import type { GrantSettings } from './grant-settings.js'
import { checkGrantKeys, keyBytes } from './grant-settings.js'
import { grantBody, grantMessage, readGrantToken, toHex } from './grant-token.js'

export interface GrantOrder {
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
  } catch (cause) {
    throw new DiscountKeeperError('OPTION', 'Expected endsAt and timeZone to make a date.', cause)
  }
}

/**
 * Resolves to the value of the cart attribute `cc-discount-grant`, 157 characters at most. The discount function honours it at
 * this shop until its last day ends, for any cart and any number of times. Rejects with a `DiscountKeeperError` (`OPTION`)
 * where a key is too short, or the offer's id or the date is none.
 */
export const signGrant = async (order: GrantOrder, signing: GrantSigning): Promise<string> => {
  const { keys, shop, timeZone } = signing
  checkGrantKeys(signing)
  const [key] = keys
  const lastDay = lastDayOf(order.endsAt, timeZone)
  const body = grantBody({ keyId: key.id, lastDay, offer: order.offer })
  const { subtle } = globalThis.crypto
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const secret = await subtle.importKey('raw', keyBytes(key), algorithm, false, ['sign'])
  const signature = await subtle.sign('HMAC', secret, grantMessage(shop, body))
  const token = `${body}.${toHex(new Uint8Array(signature))}`
  if (!readGrantToken(token))
    throw new DiscountKeeperError('OPTION', 'Expected offer to be the id of one, and a date.')
  return token
}

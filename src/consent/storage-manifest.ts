import {
  CART_KEY,
  DISCOUNT_ATTRIBUTE,
  DISCOUNT_KEY,
  LANDING_KEY,
  ORDER_KEY,
  REF_ATTRIBUTE,
  REF_KEY,
  REFRESHED_KEY,
  SERVER_KEY,
  SERVER_REF_KEY,
  SEEN_KEY,
  TOLD_KEY,
} from '../names.js'
import type { Purpose } from '../types.js'

/** One thing that may be written, as a cookie policy lists it. */
export interface StorageEntry {
  readonly name: string
  readonly place: 'local storage' | 'cookie' | 'session cookie' | 'cart attribute'
  /** Whose consent it is written under. */
  readonly purpose: Purpose
  /** With the default options; absent where it is not days that end it. */
  readonly days?: number | undefined
  /** Written with this platform only. */
  readonly platform?: string | undefined
  /** Written with this option, or by this function of `discount-keeper/attribution`, only. */
  readonly option?: 'refresher' | 'reportOrder' | undefined
  readonly lifetime: string
  readonly holds: string
}

const TTL = {
  days: 30,
  lifetime: '30 days from the link, or as the option ttlDays says; gone when an order used it',
}
const CART = {
  place: 'cart attribute',
  lifetime: 'as long as the cart; goes onto the order',
} as const
const GRANTS =
  'the codes promised to the shopper, when and until when, and what the cart said of them; of safe codes also what the link said'
const REF = 'who sent the shopper, when and until when'

/** Every key that may be written, and nothing else is: a test compares it with what a browser really holds. */
export const storageManifest: readonly StorageEntry[] = [
  { name: DISCOUNT_KEY, place: 'local storage', purpose: 'discount', ...TTL, holds: GRANTS },
  { name: DISCOUNT_KEY, place: 'cookie', purpose: 'discount', ...TTL, holds: GRANTS },
  {
    name: LANDING_KEY,
    place: 'local storage',
    purpose: 'discount',
    lifetime: 'until the keeper has read it, mostly less than a second',
    holds: 'the codes of the link just followed, as they came, and when',
  },
  {
    name: SEEN_KEY,
    place: 'session cookie',
    purpose: 'discount',
    lifetime: 'until the browser closes',
    holds: 'which cart was read last and the codes on it, so that a page view sends no request',
  },
  {
    name: CART_KEY,
    place: 'local storage',
    purpose: 'discount',
    platform: 'woocommerce',
    lifetime: 'as long as the cart',
    holds: 'a name for the cart, and codes that do not go together with others on it',
  },
  {
    name: ORDER_KEY,
    place: 'local storage',
    purpose: 'discount',
    platform: 'vendure',
    lifetime: 'as long as the order is active',
    holds: 'which order the session had last',
  },
  {
    name: REFRESHED_KEY,
    option: 'refresher',
    place: 'local storage',
    purpose: 'discount',
    lifetime: 'as long as a server of the shop keeps one of the cookies',
    holds: 'when that server was last asked, and which of them it keeps',
  },
  {
    name: SERVER_KEY,
    option: 'refresher',
    place: 'cookie',
    purpose: 'discount',
    ...TTL,
    lifetime: '30 days, or as the shop’s server says',
    holds: GRANTS,
  },
  {
    name: SERVER_REF_KEY,
    option: 'refresher',
    place: 'cookie',
    purpose: 'attribution',
    ...TTL,
    lifetime: '30 days, or as the shop’s server says',
    holds: REF,
  },
  { name: DISCOUNT_ATTRIBUTE, ...CART, purpose: 'discount', holds: 'the codes promised' },
  { name: REF_KEY, place: 'local storage', purpose: 'attribution', ...TTL, holds: REF },
  { name: REF_KEY, place: 'cookie', purpose: 'attribution', ...TTL, holds: REF },
  {
    name: TOLD_KEY,
    option: 'reportOrder',
    place: 'local storage',
    purpose: 'attribution',
    lifetime: 'until twenty orders later, or until the browser clears it',
    holds: 'numbers of orders, and where each was reported',
  },
  { name: REF_ATTRIBUTE, ...CART, purpose: 'attribution', holds: 'who sent the shopper' },
]

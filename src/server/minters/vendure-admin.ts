import { DiscountKeeperError } from '../../errors.js'
import { MintError } from '../errors.js'
import type { Minter, MintOrder } from '../types.js'
import { askGraphql } from './ask-graphql.js'
import { checkSecret } from './check-secret.js'
import { createMemory } from './create-memory.js'
import type { MinterOptions } from './create-minter.js'
import { createMinter } from './create-minter.js'
import type { Period } from './period-of.js'
import { periodOf } from './period-of.js'
import type { Claim, Promotion } from './vendure-admin/promotion.js'
import {
  BY_CODE,
  BY_ID,
  CLAIMS,
  CREATE,
  DELETE,
  effectOf,
  ENABLE,
} from './vendure-admin/promotion.js'
import { settleClaims } from './vendure-admin/settle-claims.js'

export interface VendureMinterOptions extends MinterOptions {
  /** The Admin API, such as `https://shop.example/admin-api`. */
  readonly endpoint: string
  /** The token of a session that may read, create, update and delete promotions: what the API named `vendure-auth-token`. */
  readonly token?: string | undefined
  /** An API key that may do the same, in place of a session that ends. */
  readonly apiKey?: string | undefined
  /** The channel to make codes in, by its token. @default the default channel */
  readonly channel?: string | undefined
}

/** What a text column holds in the smallest of the databases that Vendure runs on. */
const LONGEST = 255

interface Found<Value> {
  readonly found: Value
}

const accessOf = ({ apiKey, channel, token }: VendureMinterOptions): Record<string, string> => {
  if (!token === !apiKey)
    throw new DiscountKeeperError('OPTION', 'vendureMinter expects either a token or an apiKey')
  checkSecret('vendureMinter', { ...(token ? { token } : { apiKey }), ...(channel && { channel }) })
  return {
    ...(token && { Authorization: `Bearer ${token}` }),
    ...(apiKey && { 'vendure-api-key': apiKey }),
    ...(channel && { 'vendure-token': channel }),
  }
}

const iso = (time: number): string => new Date(time).toISOString()

const copyOf = (base: Promotion, code: string, { endsAt, startsAt }: Period): object => ({
  ...effectOf(base),
  enabled: false,
  couponCode: code,
  usageLimit: 1,
  perCustomerUsageLimit: 1,
  startsAt: iso(startsAt),
  endsAt: iso(endsAt),
  // shoppers see names
  translations: base.translations.map(({ languageCode }) => ({
    languageCode,
    name: code,
    description: '',
  })),
})

/**
 * Mints codes at a Vendure shop by the Admin API: each is a promotion of its own with the conditions and actions of the base,
 * for one order. Who changes or ends the base changes no code that exists.
 */
export const vendureMinter = (options: VendureMinterOptions): Minter => {
  const { endpoint: url, fetch = globalThis.fetch, now = Date.now } = options
  const headers = accessOf(options)
  const memory = createMemory<Promotion | undefined>(options)

  const send = (query: string, variables: object, signal: AbortSignal) =>
    // whoever settles the same code may have deleted it already
    askGraphql({ fetch, url, headers, query, variables, signal, done: 'ENTITY_NOT_FOUND' })
  const ask = async <Data>(query: string, variables: object, signal: AbortSignal): Promise<Data> =>
    // oxlint-disable-next-line no-unsafe-type-assertion -- what the documents ask for, on a live shop
    (await send(query, variables, signal)) as Data

  const readBase = async (base: string, signal: AbortSignal): Promise<Promotion | undefined> => {
    const { found } = await ask<Found<{ readonly items: readonly Promotion[] }>>(
      BY_CODE,
      { base },
      signal,
    )
    const byCode = found.items.find(({ enabled }) => enabled) ?? found.items[0]
    return (
      byCode ?? (await ask<Found<Promotion | null>>(BY_ID, { base }, signal)).found ?? undefined
    )
  }

  const make = async (order: MintOrder, signal: AbortSignal): Promise<'minted' | 'taken'> => {
    const { base: name, code, offer } = order
    const base = await memory(name, () => readBase(name, signal))
    if (!base?.enabled)
      throw new MintError(
        'MISCONFIGURED',
        `The base discount of offer ${offer.id} is ${base ? 'disabled' : 'unknown to the shop'}`,
      )
    const input = copyOf(base, code, periodOf(order, base, now()))
    const claims = {
      list: async () =>
        (await ask<Found<{ readonly items: readonly Claim[] }>>(CLAIMS, { code }, signal)).found
          .items,
      enable: (id: string) =>
        send(ENABLE, { input: { ...effectOf(base), id, enabled: true } }, signal),
      remove: (id: string) => send(DELETE, { id }, signal),
    }
    const held = await claims.list()
    // settling deletes: nothing but what a minter made
    if (held.some(({ name: title, usageLimit }) => title !== code || usageLimit !== 1))
      throw new MintError(
        'MISCONFIGURED',
        `The shop has a promotion of its own with the code of offer ${offer.id}`,
      )
    const made = held.length
      ? undefined
      : await ask<{ readonly made: { readonly id?: string; readonly errorCode?: string } }>(
          CREATE,
          { input },
          signal,
        )
    if (made && !made.made.id)
      throw new MintError(
        'MISCONFIGURED',
        `The shop made no code for offer ${offer.id} (${made.made.errorCode})`,
      )
    return (await settleClaims(claims)) === made?.made.id ? 'minted' : 'taken'
  }

  return createMinter({ ...options, name: 'vendure-admin', longest: LONGEST, make })
}

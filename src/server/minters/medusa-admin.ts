import { MintError } from '../errors.js'
import type { Minter, MintOrder } from '../types.js'
import { askApi } from './ask-api.js'
import type { ApiAnswer } from './ask-api.js'
import { checkSecret } from './check-secret.js'
import { createMemory } from './create-memory.js'
import type { MinterOptions } from './create-minter.js'
import { createMinter } from './create-minter.js'
import { isObject } from './is-object.js'
import { copyPromotion, FIELDS } from './medusa-admin/promotion.js'
import type { Promotion } from './medusa-admin/promotion.js'
import { periodOf } from './period-of.js'

export interface MedusaMinterOptions extends MinterOptions {
  /** Where the shop is, such as `https://shop.example`. */
  readonly endpoint: string
  /** A secret API key: `sk_` and hexadecimal digits. */
  readonly apiKey: string
}

/** The column has no limit; what is longer is nobody's code. */
const LONGEST = 255

const listOf = ({ body }: ApiAnswer): readonly unknown[] =>
  isObject(body) && Array.isArray(body.promotions) ? body.promotions : []

/**
 * Mints codes at a Medusa shop by the Admin API: each is a promotion of its own with the application method and rules of the base,
 * in a campaign of its own that holds the end and one use. Who changes or ends the base changes no code that exists.
 */
export const medusaMinter = (options: MedusaMinterOptions): Minter => {
  const { apiKey, endpoint, fetch = globalThis.fetch, now = Date.now } = options
  checkSecret('medusaMinter', { apiKey })
  const url = endpoint.replace(/\/*$/, '/admin/promotions')
  const headers = { Authorization: `Basic ${apiKey}` }
  const memory = createMemory<Promotion | undefined>(options)

  const find = async (
    key: 'code' | 'id',
    value: string,
    signal: AbortSignal,
  ): Promise<Promotion | undefined> => {
    const query = new URLSearchParams({ [key]: value, fields: FIELDS, limit: '1' })
    const answer = await askApi({ fetch, url: `${url}?${query}`, headers, signal })
    if (answer.status !== 200)
      throw new MintError('MISCONFIGURED', `The shop answered ${answer.status} for promotions`)
    // oxlint-disable-next-line no-unsafe-type-assertion -- what `FIELDS` asks for, on a live shop
    return listOf(answer)[0] as Promotion | undefined
  }

  const make = async (order: MintOrder, signal: AbortSignal): Promise<'minted' | 'taken'> => {
    const { base: name, code, offer } = order
    const key = name.startsWith('promo_') ? 'id' : 'code'
    const base = await memory(name, () => find(key, name, signal))
    if (base?.status !== 'active')
      throw new MintError(
        'MISCONFIGURED',
        `The base discount of offer ${offer.id} is ${base ? base.status : 'unknown to the shop'}`,
      )
    const { ends_at: endsAt, starts_at: startsAt } = base.campaign ?? {}
    const body = copyPromotion(base, code, periodOf(order, { endsAt, startsAt }, now()))
    const { status } = await askApi({ fetch, url, headers, signal, method: 'POST', body })
    if (status === 200) return 'minted'
    // what it says of a code that it has is a sentence; that it has it is a fact
    if (await find('code', code, signal)) return 'taken'
    throw new MintError(
      'MISCONFIGURED',
      `The shop made no code for offer ${offer.id}: it answered ${status}`,
    )
  }

  return createMinter({ ...options, name: 'medusa-admin', longest: LONGEST, make })
}

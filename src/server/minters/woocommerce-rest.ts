import { DiscountKeeperError } from '../../errors.js'
import { MintError } from '../errors.js'
import type { Minter, MintOrder } from '../types.js'
import { askApi } from './ask-api.js'
import { checkSecret } from './check-secret.js'
import { createMemory } from './create-memory.js'
import type { MinterOptions } from './create-minter.js'
import { createMinter } from './create-minter.js'
import { isObject } from './is-object.js'
import { periodOf } from './period-of.js'
import type { Coupon } from './woocommerce-rest/coupon.js'
import { copyCoupon } from './woocommerce-rest/coupon.js'

export interface WooMinterOptions extends MinterOptions {
  /** Where the shop is, such as `https://shop.example`, with its folder where it has one. The shop takes keys by https only. */
  readonly endpoint: string
  /** Of a REST API key that may read and write. */
  readonly consumerKey: string
  readonly consumerSecret: string
}

/** The shortest text that a code becomes on its way: a slug. */
const LONGEST = 200

const TAKEN = 'woocommerce_rest_coupon_code_already_exists'

/**
 * Mints codes at a WooCommerce shop by its REST API: each is a coupon of its own, a copy of the base that works for one order. The
 * shop writes codes in small letters and compares them so. Coupons have no start: a base that has not started is none yet. The
 * shop has no lock: two processes that ask for the same code within the same moment may make two coupons of that name. It
 * reads the newer one whenever the code is used, so the code works for one order all the same.
 */
export const wooMinter = (options: WooMinterOptions): Minter => {
  const {
    consumerKey,
    consumerSecret,
    endpoint,
    fetch = globalThis.fetch,
    now = Date.now,
  } = options
  checkSecret('wooMinter', { consumerKey, consumerSecret })
  if (!endpoint.startsWith('https://'))
    throw new DiscountKeeperError(
      'OPTION',
      'wooMinter expects an endpoint that begins with https://',
    )
  const url = endpoint.replace(/\/*$/, '/wp-json/wc/v3/coupons')
  const headers = { Authorization: `Basic ${btoa(`${consumerKey}:${consumerSecret}`)}` }
  const memory = createMemory<Coupon | undefined>(options)

  const readBase = async (base: string, signal: AbortSignal): Promise<Coupon | undefined> => {
    const query = new URLSearchParams({ code: base })
    const { body, status } = await askApi({ fetch, url: `${url}?${query}`, headers, signal })
    if (!Array.isArray(body))
      throw new MintError('MISCONFIGURED', `The shop answered ${status} for coupons`)
    // oxlint-disable-next-line no-unsafe-type-assertion -- the fields of a coupon, by the schema of the API
    return body[0] as Coupon | undefined
  }

  const make = async (order: MintOrder, signal: AbortSignal): Promise<'minted' | 'taken'> => {
    const { base: name, code, offer } = order
    const base = await memory(name, () => readBase(name, signal))
    if (!base)
      throw new MintError('MISCONFIGURED', `The shop knows no base discount of offer ${offer.id}`)
    const endsAt = base.date_expires_gmt && `${base.date_expires_gmt}Z`
    const body = copyCoupon(base, code, periodOf(order, { endsAt }, now()))
    const answer = await askApi({ fetch, url, headers, signal, method: 'POST', body })
    if (answer.status === 201) return 'minted'
    const said = isObject(answer.body) ? answer.body.code : undefined
    if (said === TAKEN) return 'taken'
    throw new MintError(
      'MISCONFIGURED',
      `The shop made no code for offer ${offer.id}: it answered ${answer.status}`,
    )
  }

  return createMinter({ ...options, name: 'woocommerce-rest', longest: LONGEST, make })
}

import { DiscountKeeperError } from '../../errors.js'
import { MintError } from '../errors.js'
import type { Minter, MintOrder } from '../types.js'
import { askGraphql } from './ask-graphql.js'
import { checkSecret } from './check-secret.js'
import { createMemory } from './create-memory.js'
import type { MinterOptions } from './create-minter.js'
import { createMinter } from './create-minter.js'
import { periodOf } from './period-of.js'
import type { BaseDiscount } from './shopify-admin/base-discount.js'
import { copyDiscount } from './shopify-admin/copy-discount.js'
import { baseDocument, CREATE } from './shopify-admin/documents.js'

export interface ShopifyMinterOptions extends MinterOptions {
  /** The shop's permanent name, such as `example.myshopify.com`. */
  readonly shop?: string | undefined
  /** Where the shop's API is, such as `https://example.myshopify.com`, in place of `shop`. */
  readonly endpoint?: string | undefined
  /** Of an app with the scopes `read_discounts` and `write_discounts`, and those of what a base names: products, customers, markets. */
  readonly accessToken: string
  /** 2025-10 or later. Discounts of markets need 2026-07, tags 2026-04. @default '2026-07' */
  readonly apiVersion?: string | undefined
}

/** Documented. */
const LONGEST = 255
const VERSION = /^(20\d\d-\d\d|unstable)$/
const SHOP = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/i

interface UserError {
  readonly code: string | null
  readonly field: readonly string[] | null
}

const originOf = ({ endpoint, shop }: ShopifyMinterOptions): string => {
  if (endpoint) return endpoint.replace(/\/+$/, '')
  if (shop && SHOP.test(shop)) return `https://${shop}`
  throw new DiscountKeeperError(
    'OPTION',
    'shopifyMinter expects a shop such as example.myshopify.com, or an endpoint',
  )
}

const explain = (errors: readonly UserError[]): string =>
  errors.map(({ code, field }) => `${code} at ${field?.join('.') ?? 'no field'}`).join(', ')

/**
 * Mints codes at a Shopify shop by the Admin API: each is a discount of its own, a copy of the base (an amount or a percentage
 * off, or free shipping) that works for one order. Who changes or ends the base changes no code that exists.
 */
export const shopifyMinter = (options: ShopifyMinterOptions): Minter => {
  const { accessToken, apiVersion = '2026-07', fetch = globalThis.fetch, now = Date.now } = options
  checkSecret('shopifyMinter', { accessToken })
  if (!VERSION.test(apiVersion))
    throw new DiscountKeeperError('OPTION', 'shopifyMinter expects an apiVersion such as 2026-07')
  const url = `${originOf(options)}/admin/api/${apiVersion}/graphql.json`
  const memory = createMemory<BaseDiscount | undefined>(options)

  const ask = async <Data>(
    query: string,
    variables: object,
    signal: AbortSignal,
  ): Promise<Data> => {
    const headers = { 'X-Shopify-Access-Token': accessToken }
    // oxlint-disable-next-line no-unsafe-type-assertion -- the documents are checked against the shop's schemas
    return (await askGraphql({ fetch, url, headers, query, variables, signal })) as Data
  }

  const readBase = async (base: string, signal: AbortSignal): Promise<BaseDiscount | undefined> => {
    const document = baseDocument(apiVersion, base.startsWith('gid://'))
    const data = await ask<{ readonly base: { readonly codeDiscount: BaseDiscount } | null }>(
      document,
      { base },
      signal,
    )
    return data.base?.codeDiscount
  }

  const make = async (order: MintOrder, signal: AbortSignal): Promise<'minted' | 'taken'> => {
    const { base: name, code, offer } = order
    const base = await memory(name, () => readBase(name, signal))
    if (!base)
      throw new MintError('MISCONFIGURED', `The shop knows no base discount of offer ${offer.id}`)
    if (base.kind === 'DiscountCodeBxgy' || base.kind === 'DiscountCodeApp')
      throw new MintError(
        'MISCONFIGURED',
        `The base discount of offer ${offer.id} is a ${base.kind}: only an amount or percentage off and free shipping can be copied`,
      )
    const input = copyDiscount(base, { code, ...periodOf(order, base, now()) })
    const { made } = await ask<{ readonly made: { readonly userErrors: readonly UserError[] } }>(
      CREATE[base.kind],
      { input },
      signal,
    )
    const { userErrors } = made
    if (!userErrors.length) return 'minted'
    if (userErrors.every((error) => error.code === 'TAKEN')) return 'taken'
    throw new MintError(
      userErrors.some((error) => error.code === 'INTERNAL_ERROR') ? 'UNAVAILABLE' : 'MISCONFIGURED',
      `The shop made no code for offer ${offer.id} (${explain(userErrors)})`,
    )
  }

  return createMinter({ ...options, name: 'shopify-admin', longest: LONGEST, make })
}

import { readFileSync } from 'node:fs'
import type { GraphQLFormattedError } from 'graphql'
import { buildSchema, graphql, GraphQLError, parse, validate } from 'graphql'

import type { Coupon } from './coupon.js'
import { createRoot } from './create-root.js'
import type { Pricing } from './show-cart.js'
import type { StoredCart } from './stored-cart.js'

/**
 * The oldest and the newest version that the shop answers. What is sent to a version before 2026-07, where the discounts of
 * a cart got fields of their own, has to be right for both; of this part of the schema, 2026-07 and 2026-10 are the same.
 */
export const VERSIONS = ['2025-10', '2026-10'] as const
const NEW_FIELDS = '2026-07'

// vitest serves modules from the project's root, jsdom or not
const read = (version: string): string =>
  readFileSync(`test/support/storefront-api/schema/${version}.graphql`, 'utf8')
const SCHEMAS = VERSIONS.map((version) => ({ version, schema: buildSchema(read(version)) }))

/** How it is told that the shop is asked too often. */
export type Throttle = '429' | 'THROTTLED'

export interface StorefrontApiOptions {
  readonly coupons?: readonly Coupon[]
  readonly pricing?: Pricing
  /** Where checkout is. @default 'https://shop.example' */
  readonly origin?: string
  /** Required with each request where it is given. */
  readonly accessToken?: string
  readonly now?: () => number
}

/** One request, as it came. */
export interface Operation {
  readonly version: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** What a checkout is left with. */
export interface Order extends Pick<StoredCart, 'attributes'> {
  readonly codes: readonly { readonly code: string; readonly applicable: boolean }[]
  /** In major units. */
  readonly total: string
}

const DOLLARS: Pricing = { price: 5000, currency: 'USD', unit: 100 }

const refuse = (message: string, code: string, status = 200): Response =>
  Response.json({ errors: [{ message, extensions: { code } }] }, { status })

const schemasOf = (version: string) =>
  SCHEMAS.filter((known) => version < NEW_FIELDS || known.version >= NEW_FIELDS)

/** Problems that a version, or one that it has to agree with, has with a query. */
const problemsOf = (query: string, version: string): readonly GraphQLFormattedError[] => {
  try {
    const document = parse(query)
    return schemasOf(version)
      .flatMap(({ schema }) => validate(schema, document))
      .map((error) => error.toJSON())
  } catch (error) {
    return [error instanceof GraphQLError ? error.toJSON() : { message: String(error) }]
  }
}

/** The Storefront API of one shop: answers requests to `/api/<version>/graphql.json` by executing them on the real schema. */
export const openStorefrontApi = (options: StorefrontApiOptions = {}) => {
  const { accessToken, now = () => Date.now(), origin = 'https://shop.example' } = options
  const terms = { ...(options.pricing ?? DOLLARS), origin }
  const coupons: Coupon[] = [...(options.coupons ?? [])]
  const carts = new Map<string, StoredCart>()
  const operations: Operation[] = []
  let throttle: Throttle | undefined
  const { show, ...root } = createRoot({ carts, coupons, terms, now })

  const fetch = async (url: URL, init: RequestInit): Promise<Response> => {
    const version = /^\/api\/(unstable|2\d{3}-\d{2})\/graphql\.json$/.exec(url.pathname)?.[1]
    const headers = new Headers(init.headers)
    if (!version || init.method !== 'POST') return new Response('Not found', { status: 404 })
    if (accessToken && headers.get('x-shopify-storefront-access-token') !== accessToken)
      return refuse('', 'UNAUTHORIZED', 401)
    if (throttle === '429') return new Response('Too many requests', { status: 429 })
    if (throttle) return refuse('Throttled', 'THROTTLED')
    const { query, variables } = (await new Response(init.body).json()) as Operation
    operations.push({ version, query, variables })
    const problems = problemsOf(query, version)
    if (problems.length) return Response.json({ errors: problems })
    const { schema } = schemasOf(version)[0]!
    return Response.json(
      await graphql({ schema, source: query, rootValue: root, variableValues: variables }),
    )
  }

  return {
    carts,
    coupons,
    fetch,
    operations,
    /** What the cart would be ordered with, at a checkout whose URL may ask for other codes. */
    orderOf: (token: string, codes?: readonly string[]): Order | undefined => {
      const cart = carts.get(token)
      if (!cart) return undefined
      const shown = show({ ...cart, codes: codes ?? cart.codes })
      return {
        codes: shown.discountCodes,
        total: shown.cost.totalAmount.amount,
        attributes: cart.attributes,
      }
    },
    throttle: (how?: Throttle): void => {
      throttle = how
    },
  }
}

export type StorefrontApi = ReturnType<typeof openStorefrontApi>

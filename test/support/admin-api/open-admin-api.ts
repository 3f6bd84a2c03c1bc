import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GraphQLFormattedError } from 'graphql'
import { buildSchema, graphql, GraphQLError, parse, validate } from 'graphql'

import type { InputCase } from './errors-of.js'
import { errorsOf } from './errors-of.js'
import type { DiscountInput } from './read-input.js'
import { toDiscount } from './read-input.js'
import { showDiscount } from './show-discount.js'
import type { DiscountStore, StoredDiscount } from './stored-discount.js'

/** The oldest and the newest version that the shop answers. */
export const VERSIONS = ['2025-10', '2026-10'] as const

const read = (version: string): string =>
  readFileSync(join(import.meta.dirname, 'schema', `${version}.graphql`), 'utf8')
const SCHEMAS = VERSIONS.map((version) => ({ version, schema: buildSchema(read(version)) }))

/** What may go wrong with every request. */
export type Fault = 'THROTTLED' | '429' | '502' | 'html' | 'hang' | 'offline' | 'INTERNAL_ERROR'

export type Scope = 'read_discounts' | 'write_discounts'

export interface AdminApiOptions {
  readonly store: DiscountStore
  readonly accessToken: string
  /** @default both */
  readonly scopes?: readonly Scope[] | undefined
}

/** One request, as it came. */
export interface Operation {
  readonly version: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

const BUCKET = { maximumAvailable: 2000, restoreRate: 100 }

const cost = (actualQueryCost: number | null, currentlyAvailable: number) => ({
  cost: {
    requestedQueryCost: 652,
    actualQueryCost,
    throttleStatus: { ...BUCKET, currentlyAvailable },
  },
})

const page = (status: number): Response =>
  new Response('<!doctype html><title>Something went wrong</title>', {
    status,
    headers: { 'content-type': 'text/html' },
  })

const faultAnswer = (fault: Fault): Promise<Response> | Response | undefined => {
  switch (fault) {
    case 'THROTTLED':
      return Response.json({
        errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
        extensions: cost(null, 12),
      })
    case '429':
      return Response.json({ errors: 'Exceeded 2 calls per second' }, { status: 429 })
    case '502':
      return page(502)
    case 'html':
      return page(200)
    case 'hang':
      return new Promise(() => {})
    case 'offline':
      return Promise.reject(new TypeError('fetch failed'))
    case 'INTERNAL_ERROR':
      return undefined
  }
}

const problemsOf = (version: string, query: string): readonly GraphQLFormattedError[] => {
  const { schema } = SCHEMAS.find((one) => version <= one.version) ?? SCHEMAS[1]!
  try {
    return validate(schema, parse(query)).map((error) => error.toJSON())
  } catch (error) {
    return [error instanceof GraphQLError ? error.toJSON() : { message: String(error) }]
  }
}

/**
 * The Admin API of one shop, as far as code discounts go: answers requests to `/admin/api/<version>/graphql.json` by executing
 * them on the real schema, and refuses what that schema, the access token or its scopes do not allow.
 */
export const openAdminApi = ({
  accessToken,
  scopes = ['read_discounts', 'write_discounts'],
  store,
}: AdminApiOptions) => {
  const operations: Operation[] = []
  let fault: Fault | undefined

  const need = (scope: Scope): void => {
    if (scopes.includes(scope)) return
    throw new GraphQLError(`Access denied. Required access: \`${scope}\` access scope.`, {
      extensions: { code: 'ACCESS_DENIED' },
    })
  }
  const find = (is: (discount: StoredDiscount) => boolean): object | null => {
    need('read_discounts')
    const found = [...store.list()].find(is)
    return found ? showDiscount(found) : null
  }
  const create = (input: DiscountInput, given: InputCase) => {
    need('write_discounts')
    const broken = { code: 'INTERNAL_ERROR', field: [given.argument], message: 'Try again' }
    const userErrors = fault === 'INTERNAL_ERROR' ? [broken] : errorsOf(input, given)
    if (userErrors.length) return { codeDiscountNode: null, userErrors }
    const discount = toDiscount(input, given.kind)
    store.add(discount)
    return { codeDiscountNode: showDiscount(discount), userErrors: [] }
  }
  const root = {
    codeDiscountNode: ({ id }: { readonly id: string }) => find((one) => one.id === id),
    codeDiscountNodeByCode: ({ code }: { readonly code: string }) =>
      find((one) => one.code.toLowerCase() === code.toLowerCase()),
    discountCodeBasicCreate: (asked: { readonly basicCodeDiscount: DiscountInput }) =>
      create(asked.basicCodeDiscount, {
        kind: 'DiscountCodeBasic',
        argument: 'basicCodeDiscount',
        store,
      }),
    discountCodeFreeShippingCreate: (asked: { readonly freeShippingCodeDiscount: DiscountInput }) =>
      create(asked.freeShippingCodeDiscount, {
        kind: 'DiscountCodeFreeShipping',
        argument: 'freeShippingCodeDiscount',
        store,
      }),
  }

  const answer = async (request: Request): Promise<Response> => {
    const path = /^\/admin\/api\/(unstable|2\d{3}-\d{2})\/graphql\.json$/
    const version = path.exec(new URL(request.url).pathname)?.[1]
    if (!version || request.method !== 'POST') return page(404)
    if (request.headers.get('x-shopify-access-token') !== accessToken)
      return Response.json(
        { errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' },
        { status: 401 },
      )
    const { query, variables } = (await request.json()) as Operation
    operations.push({ version, query, variables })
    const problems = problemsOf(version, query)
    if (problems.length) return Response.json({ errors: problems })
    const { schema } = SCHEMAS.find((one) => version <= one.version) ?? SCHEMAS[1]!
    const result = await graphql({
      schema,
      source: query,
      rootValue: root,
      variableValues: variables,
    })
    return Response.json({ ...result, extensions: cost(12, 1988) })
  }

  return {
    operations,
    /** As `fetch`, of requests that are for this shop. */
    fetch: async (input: string | URL | Request, init?: RequestInit): Promise<Response> =>
      (fault && faultAnswer(fault)) ?? answer(new Request(input, init)),
    fault: (next?: Fault): void => {
      fault = next
    },
  }
}

export type AdminApi = ReturnType<typeof openAdminApi>

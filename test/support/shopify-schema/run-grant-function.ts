import { readFileSync } from 'node:fs'
import type { GraphQLInputType } from 'graphql'
import { buildSchema, coerceInputValue, executeSync, parse } from 'graphql'
import type {
  GrantInput,
  GrantResult,
} from '../../../examples/shopify-app/extensions/anti-leak-discount/src/grant-discount.js'
import { cartLinesDiscountsGenerateRun } from '../../../examples/shopify-app/extensions/anti-leak-discount/src/index.js'

/** The function's folder in the example app. */
export const FUNCTION = 'examples/shopify-app/extensions/anti-leak-discount/'

/** What the function asks its host for. */
export const INPUT_QUERY = readFileSync(FUNCTION + 'src/grant-discount.graphql', 'utf8')

export const FUNCTIONS_SCHEMA = buildSchema(
  readFileSync('test/support/shopify-schema/functions_discount.graphql', 'utf8'),
)

const document = parse(INPUT_QUERY)

/** A shop at one moment, as far as a discount function can see it. */
export interface FunctionHost {
  readonly attribute?: string | null | undefined
  /** The metafield's text; undefined where there is none. */
  readonly metafield?: string | undefined
  readonly today: string
  readonly discountClasses?: readonly string[] | undefined
  readonly rate?: string | undefined
  readonly run?: ((input: GrantInput) => GrantResult) | undefined
}

const readInput = (host: FunctionHost): GrantInput => {
  const { attribute, discountClasses = ['ORDER'], metafield, rate = '1.0', today } = host
  const rootValue = {
    cart: {
      attribute: ({ key }: { readonly key: string }) =>
        key === 'cc-discount-grant' && attribute !== undefined ? { key, value: attribute } : null,
    },
    discount: {
      discountClasses,
      metafield: ({ key, namespace }: { readonly key: string; readonly namespace: string }) =>
        namespace === '$app' && key === 'grants' && metafield !== undefined
          ? { jsonValue: JSON.parse(metafield) as unknown }
          : null,
    },
    presentmentCurrencyRate: rate,
    shop: { localTime: { date: today } },
  }
  const { data, errors } = executeSync({ schema: FUNCTIONS_SCHEMA, document, rootValue })
  if (errors) throw errors[0] ?? new Error('The query failed')
  return JSON.parse(JSON.stringify(data)) as GrantInput
}

/** Throws where a value is not what the schema takes as the function's result. */
export const checkResult = (value: unknown): void => {
  const type = FUNCTIONS_SCHEMA.getType('CartLinesDiscountsGenerateRunResult')
  coerceInputValue(value, type as GraphQLInputType)
}

/** Runs the function as its host does: the query on the schema, its answer to the function, whose result the schema must take. */
export const runGrantFunction = (host: FunctionHost): GrantResult => {
  const { run = cartLinesDiscountsGenerateRun } = host
  const result = run(readInput(host))
  checkResult(result)
  return result
}

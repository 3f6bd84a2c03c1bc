/**
 * Writes the part of a Storefront API schema that the tests need, for one more version:
 * `tsx test/support/storefront-api/schema/write-schema.ts <introspection.json.gz> <version>`. The introspections are in the
 * npm package `@shopify/dev-mcp`, as `dist/data/storefront-graphql_<version>.json.gz`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { GraphQLNamedType, GraphQLOutputType, IntrospectionQuery } from 'graphql'
import {
  buildClientSchema,
  getNamedType,
  GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  printSchema,
} from 'graphql'

const QUERIES = ['cart']
const MUTATIONS = [
  'cartCreate',
  'cartLinesAdd',
  'cartLinesUpdate',
  'cartDiscountCodesUpdate',
  'cartAttributesUpdate',
]
/** Worlds of their own, which a discount has nothing to do with. */
const LEFT_OUT =
  /Buyer|Delivery|Metafield|SellingPlan|GiftCard|Parent|Instructions|Estimated|Component|^(Shop|Node)$/

/** Of a product, that it is this version of it is all that a cart needs. */
const ONLY: Readonly<Record<string, readonly string[]>> = { ProductVariant: ['id'] }

const isKept = (type: GraphQLNamedType): boolean => !LEFT_OUT.test(type.name)

interface Fielded {
  readonly getFields: () => Record<string, { readonly type: unknown }>
}

/** Takes fields out of a type in place, other than those that `keeps` answers true for. */
const thin = (type: Fielded, keeps: (name: string, of: GraphQLNamedType) => boolean): void => {
  const fields = type.getFields()
  for (const [name, field] of Object.entries(fields)) {
    const of = getNamedType(field.type as GraphQLOutputType)
    if (!keeps(name, of)) delete fields[name]
  }
}

/** The part of a Storefront API schema that carts and their discounts live in, every kept field as it was; without prose. */
const pruneSchema = (whole: GraphQLSchema): string => {
  for (const type of Object.values(whole.getTypeMap())) {
    if (type === whole.getQueryType()) thin(type as Fielded, (name) => QUERIES.includes(name))
    else if (type === whole.getMutationType())
      thin(type as Fielded, (name) => MUTATIONS.includes(name))
    else if (ONLY[type.name])
      thin(type as Fielded, (name) => ONLY[type.name]?.includes(name) ?? false)
    else if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))
      thin(type, (_, of) => isKept(of))
  }
  const part = new GraphQLSchema({
    query: whole.getQueryType(),
    mutation: whole.getMutationType(),
    types: Object.values(whole.getTypeMap()).filter((type) =>
      /^Cart(Line|(Code|Automatic|Custom)Discount(Allocation|Application))$/.test(type.name),
    ),
    directives: whole.getDirectives().filter(({ name }) => /include|skip|deprecated/.test(name)),
  })
  return (
    printSchema(part)
      .replace(/^\s*"""[\s\S]*?"""\n/gm, '')
      .replace(/ @deprecated\(reason: (?:"""[\s\S]*?"""|"(?:\\.|[^"\\])*")\)/g, '')
      // all fields of this one are of another world
      .replaceAll('interface HasMetafields\n', '')
      .replaceAll(' HasMetafields &', '')
  )
}

const [from = '', version = ''] = process.argv.slice(2)
const { data } = JSON.parse(gunzipSync(readFileSync(from)).toString()) as {
  readonly data: IntrospectionQuery
}
const head = `# The cart in Shopify's Storefront API ${version}: a part of the schema in @shopify/dev-mcp (ISC licence).\n`
const place = new URL(`${version}.graphql`, import.meta.url)
writeFileSync(place, head + pruneSchema(buildClientSchema(data)))

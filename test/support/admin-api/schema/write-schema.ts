/**
 * Writes the part of an Admin API schema that codes are minted with, for one more version:
 * `tsx test/support/admin-api/schema/write-schema.ts <introspection.json.gz> <version>`. The introspections are in the npm
 * package `@shopify/dev-mcp`, as `dist/data/admin_<version>.json.gz`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { IntrospectionQuery } from 'graphql'
import {
  buildASTSchema,
  buildClientSchema,
  GraphQLSchema,
  isInputObjectType,
  isObjectType,
  parse,
  printSchema,
  visit,
} from 'graphql'

const QUERIES = ['codeDiscountNode', 'codeDiscountNodeByCode']
const MUTATIONS = ['discountCodeBasicCreate', 'discountCodeFreeShippingCreate']
/** What a discount names but does not consist of: known by its id. */
const NAMED = /^(Product|ProductVariant|Collection|Customer|Segment|Market)$/
/** Worlds of their own, which a copy of a discount has nothing to do with. */
const LEFT_OUT =
  /event|metafield|appDiscountType|errorHistory|hasTimelineComment|shareableUrls|totalSales|createdBy|^discountClass$/i

interface Fielded {
  readonly name: string
  readonly getFields: () => Record<string, unknown>
}

const keeps = ({ name }: Fielded, field: string): boolean => {
  if (name === 'QueryRoot') return QUERIES.includes(field)
  if (name === 'Mutation') return MUTATIONS.includes(field)
  return NAMED.test(name) ? field === 'id' : !LEFT_OUT.test(field)
}

/** The part of an Admin API schema that codes are minted with, every kept field as it was; without prose. */
const pruneSchema = (whole: GraphQLSchema): string => {
  for (const type of Object.values(whole.getTypeMap())) {
    if (!isObjectType(type) && !isInputObjectType(type)) continue
    const fields = type.getFields()
    for (const field of Object.keys(fields)) if (!keeps(type, field)) delete fields[field]
  }
  // an interface brings every type that has it
  const alone = visit(parse(printSchema(whole)), {
    ObjectTypeDefinition: (node) => ({ ...node, interfaces: [] }),
  })
  const schema = buildASTSchema(alone, { assumeValidSDL: true })
  const part = new GraphQLSchema({
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    directives: schema.getDirectives().filter(({ name }) => /deprecated|oneOf/.test(name)),
  })
  return printSchema(part)
    .replace(/^\s*"""[\s\S]*?"""\n/gm, '')
    .replace(/ @deprecated\(reason: (?:"""[\s\S]*?"""|"(?:\\.|[^"\\])*")\)/g, '')
}

const [from = '', version = ''] = process.argv.slice(2)
const { data } = JSON.parse(gunzipSync(readFileSync(from)).toString()) as {
  readonly data: IntrospectionQuery
}
const head = `# Code discounts in Shopify's Admin API ${version}: a part of the schema in @shopify/dev-mcp (ISC licence).\n`
const place = new URL(`${version}.graphql`, import.meta.url)
writeFileSync(place, head + pruneSchema(buildClientSchema(data)))

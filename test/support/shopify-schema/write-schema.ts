/**
 * Writes the parts of Shopify's schemas that the example app needs: `tsx test/support/shopify-schema/write-schema.ts <folder>`.
 * The folder is `dist/data` of the npm package `@shopify/dev-mcp`, with the introspections as `<name>_<version>.json.gz`.
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
  isScalarType,
  printSchema,
} from 'graphql'

const VERSION = '2026-07'

interface Part {
  readonly name: string
  /** Fields of the roots. */
  readonly roots: RegExp
  /** Types that objects may lead to; the fields of inputs all stay. */
  readonly kept: RegExp
}

const PARTS: readonly Part[] = [
  {
    name: 'functions_discount',
    roots:
      /^(cart|discount|enteredDiscountCodes|presentmentCurrencyRate|shop|cartLinesDiscountsGenerateRun)$/,
    kept: /^(Attribute|Cart|Discount|DiscountClass|EnteredDiscountCode|LocalTime|Metafield|Shop)$/,
  },
  {
    name: 'admin',
    roots: /^(discountAutomaticAppCreate|metafieldsSet|shop)$/,
    kept: /^(Discount(AutomaticApp|Class|ErrorCode|Status|UserError|\w+Payload)|Metafield|Metafields\w+|Shop)$/,
  },
]

interface Fielded {
  readonly getFields: () => Record<string, { readonly type: unknown }>
}

/** Takes fields out of a type in place, other than those that `keeps` answers true for. */
const thin = (type: Fielded, keeps: (name: string, of: GraphQLNamedType) => boolean): void => {
  const fields = type.getFields()
  for (const [name, field] of Object.entries(fields))
    if (!keeps(name, getNamedType(field.type as GraphQLOutputType))) delete fields[name]
}

const prune = (whole: GraphQLSchema, { kept, roots }: Part): string => {
  const rootTypes: readonly unknown[] = [whole.getQueryType(), whole.getMutationType()]
  const isKept = (of: GraphQLNamedType): boolean =>
    isScalarType(of) || isInputObjectType(of) || kept.test(of.name)
  for (const type of Object.values(whole.getTypeMap()))
    if (rootTypes.includes(type)) thin(type as Fielded, (name) => roots.test(name))
    else if (isObjectType(type) || isInterfaceType(type)) thin(type, (_, of) => isKept(of))
  const part = new GraphQLSchema({
    query: whole.getQueryType(),
    mutation: whole.getMutationType(),
    directives: whole.getDirectives().filter(({ name }) => /include|skip|oneOf/.test(name)),
  })
  return (
    printSchema(part)
      .replace(/^\s*"""[\s\S]*?"""\n/gm, '')
      .replace(/^\s*"(?:\\.|[^"\\])*"\n/gm, '')
      // nothing here asks for one, and some have lost all their fields
      .replace(/^interface \w+( \{[^}]*\})?\n/gm, '')
      .replace(/ implements [^{]+/g, ' ')
      .replace(/ @deprecated\(reason: (?:"""[\s\S]*?"""|"(?:\\.|[^"\\])*")\)/g, '')
      .replace(/ @specifiedBy\(url: "[^"]*"\)/g, '')
  )
}

const [folder = ''] = process.argv.slice(2)
for (const part of PARTS) {
  const from = `${folder}/${part.name}_${VERSION}.json.gz`
  const { data } = JSON.parse(gunzipSync(readFileSync(from)).toString()) as {
    readonly data: IntrospectionQuery
  }
  const head = `# A part of Shopify's schema ${part.name} ${VERSION}, as in @shopify/dev-mcp (ISC licence).\n`
  const place = new URL(`${part.name}.graphql`, import.meta.url)
  writeFileSync(place, head + prune(buildClientSchema(data), part))
}

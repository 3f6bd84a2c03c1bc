import { existsSync, readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import type { FieldNode } from 'graphql'
import { buildSchema, coerceInputValue, isInputType, parse, validate, visit } from 'graphql'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import {
  createGrantDiscount,
  replaceGrantSettings,
} from '../../examples/shopify-app/app/grant-discount.js'
import type { GrantResult } from '../../examples/shopify-app/extensions/anti-leak-discount/src/grant-discount.js'
import { signGrant } from '../../src/server/sign-grant.js'
import { ENDS_AT, METAFIELD, SETTINGS, SIGNING } from '../support/shopify-schema/grant-shop.js'
import {
  FUNCTION,
  FUNCTIONS_SCHEMA,
  INPUT_QUERY,
  runGrantFunction,
} from '../support/shopify-schema/run-grant-function.js'

const toml = readFileSync(FUNCTION + 'shopify.extension.toml', 'utf8')
const valueOf = (name: string): string =>
  new RegExp(`^ *${name} = "(.*)"$`, 'm').exec(toml)?.[1] ?? ''

/** The function as one script, as the build of an extension makes one; it leaves its exports in `built`. */
const bundle = async (): Promise<string> => {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2020',
      lib: { entry: FUNCTION + 'src/index.ts', formats: ['iife'], name: 'built' },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  const chunk = output && 'output' in output ? output.output[0] : undefined
  return chunk?.code ?? ''
}
const code = await bundle()

/** A realm with nothing of a browser or of Node in it, and without a clock and chance. */
const runInNothing = (script: string): unknown => {
  const realm = createContext(Object.create(null) as object)
  runInContext('delete globalThis.Date; delete Math.random; delete globalThis.WebAssembly', realm)
  return runInContext(script, realm)
}

const costs = (field: FieldNode): number => {
  if (field.name.value === 'metafield') return 3
  return field.selectionSet ? 0 : 1
}

describe('the input query', () => {
  it('is one that the schema answers', () => {
    expect(validate(FUNCTIONS_SCHEMA, parse(INPUT_QUERY)).map(({ message }) => message)).toEqual([])
  })

  it('is far below the limits: 3,000 bytes, and a cost of 30', () => {
    let cost = 0
    visit(parse(INPUT_QUERY), {
      Field: (field) => {
        cost += costs(field)
        // what a metafield holds costs nothing more
        return field.name.value === 'metafield' ? false : undefined
      },
    })
    expect(cost).toBe(7)
    expect(INPUT_QUERY.length).toBeLessThan(3000)
  })
})

describe('the extension', () => {
  it('names files, a target and an export that are there', async () => {
    expect(valueOf('target')).toBe('cart.lines.discounts.generate.run')
    expect(existsSync(FUNCTION + valueOf('input_query'))).toBe(true)
    const camelCase = valueOf('export').replace(/-(.)/g, (_, letter: string) =>
      letter.toUpperCase(),
    )
    const exported = (await import('../../' + FUNCTION + 'src/index.js')) as object
    expect(Object.keys(exported)).toEqual([camelCase])
  })

  it('has its name and description in every language', () => {
    for (const locale of ['en.default', 'de']) {
      const texts = JSON.parse(readFileSync(`${FUNCTION}locales/${locale}.json`, 'utf8')) as object
      expect(Object.keys(texts).map((key) => `t:${key}`)).toEqual([
        valueOf('name'),
        valueOf('description'),
      ])
    }
  })
})

describe('the bundle', () => {
  it('runs without clock, chance, network, encoders or WebCrypto', async () => {
    const attribute = await signGrant({ offer: 'amy', endsAt: ENDS_AT }, SIGNING)
    const run = (input: object): GrantResult =>
      JSON.parse(
        String(
          runInNothing(
            `${code}\nJSON.stringify(built.cartLinesDiscountsGenerateRun(${JSON.stringify(input)}))`,
          ),
        ),
      ) as GrantResult
    const host = { attribute, metafield: METAFIELD, today: '2026-11-21', run }
    expect(runGrantFunction(host).operations).toHaveLength(1)
    expect(runGrantFunction({ ...host, today: '2026-12-01' }).operations).toEqual([])
  })

  it('would be found out if it looked at the clock', () => {
    expect(() => runInNothing('Date.now()')).toThrow('Date is not defined')
    expect(() => runInNothing('crypto.subtle')).toThrow('crypto is not defined')
    expect(() => runInNothing('new TextEncoder()')).toThrow('TextEncoder is not defined')
  })

  it('is small: the WebAssembly it becomes may be 256 kB', () => {
    expect(code.length).toBeLessThan(16_000)
  })
})

describe('the discount behind the function', () => {
  const schema = buildSchema(readFileSync('test/support/shopify-schema/admin.graphql', 'utf8'))

  const ask = async (query: string, variables: object): Promise<unknown> => {
    const document = parse(query)
    expect(validate(schema, document).map(({ message }) => message)).toEqual([])
    for (const [name, value] of Object.entries<unknown>({ ...variables })) {
      const type = schema.getType(
        /: \[?(\w+)/.exec(query.slice(query.indexOf('$' + name)))?.[1] ?? '',
      )
      if (!isInputType(type)) throw new Error(`${name} has no type`)
      for (const item of Array.isArray(value) ? value : [value]) coerceInputValue(item, type)
    }
    return variables
  }

  it('is created with the settings in the metafield that the function reads', async () => {
    const order = { title: 'Affiliate links', startsAt: '2026-11-01T00:00:00Z', settings: SETTINGS }
    expect(await createGrantDiscount(ask, order)).toMatchObject({
      discount: {
        functionHandle: valueOf('handle'),
        discountClasses: ['ORDER'],
        metafields: [{ namespace: '$app', key: 'grants', type: 'json', value: METAFIELD }],
      },
    })
  })

  it('has its settings replaced, when a key changes', async () => {
    const id = 'gid://shopify/DiscountAutomaticNode/1'
    expect(await replaceGrantSettings(ask, id, SETTINGS)).toMatchObject({
      metafields: [{ ownerId: id, namespace: '$app', key: 'grants', value: METAFIELD }],
    })
  })
})

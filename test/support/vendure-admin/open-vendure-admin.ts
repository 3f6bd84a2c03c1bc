import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, graphql, GraphQLError } from 'graphql'

interface Operation {
  readonly code: string
  readonly arguments: readonly { readonly name: string; readonly value: string }[]
}

export interface PromotionInput {
  readonly enabled: boolean
  readonly startsAt?: string | null
  readonly endsAt?: string | null
  readonly couponCode?: string | null
  readonly usageLimit?: number | null
  readonly perCustomerUsageLimit?: number | null
  readonly conditions: readonly Operation[]
  readonly actions: readonly Operation[]
  readonly translations: readonly {
    readonly languageCode: string
    readonly name: string
    readonly description: string
  }[]
}

export interface StoredPromotion extends PromotionInput {
  readonly id: string
  readonly used: number
  /** Where it stands among others; the shop works it out of what an input says, and of nothing else. */
  readonly priority: number
}

const schema = buildSchema(readFileSync(join(import.meta.dirname, 'schema.graphql'), 'utf8'))

const fail = (message: string, code: string): never => {
  throw new GraphQLError(message, { extensions: { code } })
}

/** Lets whoever else asks come in between, as a database does. */
const pass = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, Math.random() * 4)
  })

const priorityOf = ({ actions = [], conditions = [] }: Partial<PromotionInput>): number =>
  [...conditions, ...actions].length

const works = (promotion: StoredPromotion, now: number): boolean => {
  const { enabled, endsAt, startsAt, usageLimit, used } = promotion
  const hasStarted = !startsAt || Date.parse(startsAt) <= now
  const hasEnded = !!endsAt && Date.parse(endsAt) <= now
  return enabled && hasStarted && !hasEnded && used < (usageLimit ?? Infinity)
}

const show = (promotion: StoredPromotion) => {
  const operation = ({ arguments: args, code }: Operation) => ({ code, args })
  const [{ description, name } = { description: '', name: '' }] = promotion.translations
  return {
    __typename: 'Promotion',
    ...promotion,
    name,
    description,
    conditions: promotion.conditions.map(operation),
    actions: promotion.actions.map(operation),
    translations: promotion.translations.map((one, index) => ({ id: index, ...one })),
  }
}

/** The Admin API of a Vendure shop, as far as promotions go: codes are not unique in it, and an order gets all that has its code. */
export const openVendureAdmin = (access: Readonly<Record<string, string>>) => {
  const promotions = new Map<string, StoredPromotion>()
  let made = 0

  const create = (input: PromotionInput, id = String((made += 1))): StoredPromotion => {
    const promotion = { ...input, id, used: 0, priority: priorityOf(input) }
    promotions.set(id, promotion)
    return promotion
  }
  const find = (id: string): StoredPromotion =>
    promotions.get(id) ?? fail(`No Promotion with the id "${id}"`, 'ENTITY_NOT_FOUND')

  const root = {
    promotion: ({ id }: { readonly id: string }) => {
      const promotion = promotions.get(id)
      return promotion ? show(promotion) : null
    },
    promotions: ({
      options,
    }: {
      readonly options?: { readonly filter?: { readonly couponCode?: { readonly eq?: string } } }
    }) => {
      const code = options?.filter?.couponCode?.eq
      const items = [...promotions.values()].filter(
        ({ couponCode }) => code === undefined || couponCode === code,
      )
      return { items: items.map(show), totalItems: items.length }
    },
    createPromotion: async ({ input }: { readonly input: PromotionInput }) => {
      if (!input.couponCode && !input.conditions.length)
        return {
          __typename: 'MissingConditionsError',
          errorCode: 'MISSING_CONDITIONS_ERROR',
          message: '',
        }
      // who has the lower id need not be seen first
      const id = String((made += 1))
      await pass()
      return show(create(input, id))
    },
    updatePromotion: ({
      input,
    }: {
      readonly input: Partial<PromotionInput> & { readonly id: string }
    }) => {
      const promotion = { ...find(input.id), ...input, priority: priorityOf(input) }
      promotions.set(input.id, promotion)
      return show(promotion)
    },
    deletePromotion: ({ id }: { readonly id: string }) => {
      find(id)
      promotions.delete(id)
      return { result: 'DELETED' }
    },
  }

  return {
    promotions,
    create,
    fetch: async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      const request = new Request(input, init)
      const { query, variables } = (await request.json()) as {
        readonly query: string
        readonly variables: Record<string, unknown>
      }
      await pass()
      const isAllowed = Object.entries(access).every(
        ([name, value]) => request.headers.get(name) === value,
      )
      if (!isAllowed) {
        const message = 'You are not currently authorized to perform this action'
        return Response.json({
          errors: [{ message, extensions: { code: 'FORBIDDEN' } }],
          data: null,
        })
      }
      const answer = await graphql({
        schema,
        source: query,
        rootValue: root,
        variableValues: variables,
      })
      await pass()
      return Response.json(answer)
    },
    /** Somebody buys something for so much with a code: what all promotions that have it take off together. */
    buy: (code: string, price: number, now: number): number => {
      let rest = price
      for (const promotion of promotions.values()) {
        const { actions, couponCode, id, used } = promotion
        if (couponCode !== code || !works(promotion, now)) continue
        const percent = actions.find((action) => action.code === 'order_percentage_discount')
        rest -= Math.round((rest * Number(percent?.arguments[0]?.value ?? 0)) / 100)
        promotions.set(id, { ...promotion, used: used + 1 })
      }
      return price - rest
    },
  }
}

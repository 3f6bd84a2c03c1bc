interface Rule {
  readonly attribute: string
  readonly operator: string
  readonly values: readonly string[]
}

type Method = Readonly<Record<string, unknown>> & {
  readonly value: number
  readonly target_rules?: readonly Rule[]
  readonly buy_rules?: readonly Rule[]
}

interface Campaign {
  readonly name: string
  readonly campaign_identifier: string
  readonly starts_at?: string
  readonly ends_at?: string
  readonly budget?: { readonly type: string; readonly limit: number }
}

export interface PromotionBody {
  readonly code: string
  readonly type: string
  readonly status: string
  readonly is_automatic?: boolean
  readonly is_tax_inclusive?: boolean
  readonly rules?: readonly Rule[]
  readonly application_method: Method
  readonly campaign?: Campaign
}

export interface StoredPromotion extends PromotionBody {
  readonly id: string
  used: number
}

/** What the validators of 2.21.2 know; everything else is refused. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  promotion:
    'code is_automatic type is_tax_inclusive status campaign application_method rules limit metadata'.split(
      ' ',
    ),
  method:
    'value currency_code max_quantity type target_type allocation target_rules buy_rules apply_to_quantity buy_rules_min_quantity'.split(
      ' ',
    ),
  campaign: 'name campaign_identifier description budget starts_at ends_at'.split(' '),
  budget: 'type limit currency_code attribute'.split(' '),
  rule: 'operator description attribute values'.split(' '),
}

const unknownIn = (kind: string, value: object = {}): readonly string[] =>
  Object.keys(value).filter((key) => !KNOWN[kind]?.includes(key))

const problemsOf = ({
  application_method: method,
  campaign,
  rules = [],
  ...rest
}: PromotionBody) => [
  ...unknownIn('promotion', rest),
  ...unknownIn('method', method),
  ...unknownIn('campaign', campaign),
  ...unknownIn('budget', campaign?.budget),
  ...[rules, method.target_rules ?? [], method.buy_rules ?? []]
    .flat()
    .flatMap((rule) => unknownIn('rule', rule)),
  ...(typeof method.value === 'number' ? [] : ['application_method.value']),
  ...(rest.type === 'buyget' && !method.buy_rules?.length ? ['buy_rules'] : []),
  // null is no allocation
  ...(method['allocation'] === null ? ['allocation'] : []),
]

const showRules = (rules: readonly Rule[] = []) =>
  rules.map(({ values, ...rule }) => ({ ...rule, values: values.map((value) => ({ value })) }))

const show = ({ application_method: method, campaign, rules, ...rest }: StoredPromotion) => ({
  is_automatic: false,
  is_tax_inclusive: false,
  ...rest,
  rules: showRules(rules),
  application_method: {
    id: 'proappmet_1',
    allocation: null,
    max_quantity: null,
    ...method,
    target_rules: showRules(method.target_rules),
    buy_rules: showRules(method.buy_rules),
  },
  campaign: campaign ? { starts_at: null, ends_at: null, ...campaign } : null,
})

const pass = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, Math.random() * 4)
  })

const invalid = (message: string): Response =>
  Response.json({ type: 'invalid_data', message }, { status: 400 })

/** The Admin API of a Medusa shop, as far as promotions go: strict about what it is sent, and sure of its unique codes. */
export const openMedusaAdmin = (apiKey: string) => {
  const promotions = new Map<string, StoredPromotion>()

  const create = (body: PromotionBody): StoredPromotion => {
    const promotion = { ...body, id: `promo_${promotions.size + 1}`, used: 0 }
    promotions.set(body.code, promotion)
    return promotion
  }
  const add = (body: PromotionBody): Response => {
    const problems = problemsOf(body)
    if (problems.length)
      return invalid(`Invalid request: Unrecognized fields: '${problems.join()}'`)
    if (promotions.has(body.code))
      return invalid(`Promotion with code: ${body.code}, already exists.`)
    return Response.json({ promotion: show(create(body)) })
  }

  return {
    promotions,
    create,
    fetch: async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      const request = new Request(input, init)
      const url = new URL(request.url)
      await pass()
      if (url.pathname !== '/admin/promotions')
        return new Response('<pre>Cannot GET</pre>', { status: 404 })
      if (request.headers.get('authorization') !== `Basic ${apiKey}`)
        return Response.json({ message: 'Unauthorized' }, { status: 401 })
      if (request.method === 'POST') {
        const answer = add((await request.json()) as PromotionBody)
        await pass()
        return answer
      }
      const code = url.searchParams.get('code')
      const id = url.searchParams.get('id')
      const found = [...promotions.values()].filter(
        (one) => (code === null || one.code === code) && (id === null || one.id === id),
      )
      return Response.json({
        promotions: found.map(show),
        count: found.length,
        offset: 0,
        limit: 50,
      })
    },
    /** Somebody buys something for so much with a code: what is taken off. */
    buy: (code: string, price: number, now: number): number => {
      const promotion = promotions.get(code)
      const { budget, ends_at: endsAt, starts_at: startsAt } = promotion?.campaign ?? {}
      const isInForce =
        (!startsAt || Date.parse(startsAt) <= now) && (!endsAt || now < Date.parse(endsAt))
      if (promotion?.status !== 'active' || !isInForce) return 0
      if (promotion.used >= (budget?.limit ?? Infinity)) return 0
      promotion.used += 1
      return Math.round((price * promotion.application_method.value) / 100)
    },
  }
}

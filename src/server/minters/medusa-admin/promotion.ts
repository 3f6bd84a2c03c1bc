import type { Period } from '../period-of.js'

interface Rule {
  readonly attribute: string
  readonly operator: string
  readonly values: readonly { readonly value: string }[]
}

/** A promotion as the Admin API tells it, in the fields that `FIELDS` names. */
export interface Promotion {
  readonly type: string
  readonly status: string
  readonly is_tax_inclusive?: boolean | null | undefined
  readonly campaign?: {
    readonly starts_at: string | null
    readonly ends_at: string | null
  } | null
  readonly rules?: readonly Rule[] | undefined
  readonly application_method: {
    readonly type: string
    readonly target_type: string
    readonly value: number | string
    readonly allocation?: string | null | undefined
    readonly currency_code?: string | null | undefined
    readonly max_quantity?: number | null | undefined
    readonly apply_to_quantity?: number | null | undefined
    readonly buy_rules_min_quantity?: number | null | undefined
    readonly target_rules?: readonly Rule[] | undefined
    readonly buy_rules?: readonly Rule[] | undefined
  }
}

const RULE = ['attribute', 'operator', 'values.value']
const under = (name: string): readonly string[] => RULE.map((field) => `${name}.${field}`)

/** Asks for a promotion with all that its copy needs. */
export const FIELDS: string = [
  'type',
  'status',
  'is_tax_inclusive',
  'campaign.starts_at',
  'campaign.ends_at',
  ...under('rules'),
  '*application_method',
  ...under('application_method.target_rules'),
  ...under('application_method.buy_rules'),
].join()

const inputOf = ({ attribute, operator, values }: Rule): object => ({
  attribute,
  operator,
  values: values.map(({ value }) => value),
})

/** What was left open stays open: the API takes nothing in place of some of these. */
const said = (fields: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value ?? undefined))

/** The body that makes `code` a promotion of its own: it does what the base does and asks for what the base asks for, once. */
export const copyPromotion = (
  { application_method: method, is_tax_inclusive, rules = [], type }: Promotion,
  code: string,
  { endsAt, startsAt }: Period,
): object => ({
  code,
  type,
  status: 'active',
  is_automatic: false,
  ...(is_tax_inclusive && { is_tax_inclusive }),
  rules: rules.map(inputOf),
  application_method: {
    type: method.type,
    target_type: method.target_type,
    value: Number(method.value),
    target_rules: (method.target_rules ?? []).map(inputOf),
    buy_rules: (method.buy_rules ?? []).map(inputOf),
    ...said({
      allocation: method.allocation,
      currency_code: method.currency_code,
      max_quantity: method.max_quantity,
      apply_to_quantity: method.apply_to_quantity,
      buy_rules_min_quantity: method.buy_rules_min_quantity,
    }),
  },
  campaign: {
    name: code,
    campaign_identifier: code,
    starts_at: new Date(startsAt).toISOString(),
    ends_at: new Date(endsAt).toISOString(),
    budget: { type: 'usage', limit: 1 },
  },
})

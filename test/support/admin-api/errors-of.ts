import type { DiscountInput } from './read-input.js'
import type { DiscountStore } from './stored-discount.js'

const LONGEST = 255

export interface UserError {
  readonly code: string
  readonly field: readonly string[]
  readonly message: string
}

export interface InputCase {
  readonly kind: 'DiscountCodeBasic' | 'DiscountCodeFreeShipping'
  /** What the input is called in the mutation. */
  readonly argument: string
  readonly store: DiscountStore
}

type Rule = readonly [
  code: string,
  field: keyof DiscountInput,
  isBroken: (input: DiscountInput, given: InputCase) => unknown,
]

const RULES: readonly Rule[] = [
  ['BLANK', 'code', ({ code }) => !code],
  ['BLANK', 'title', ({ title }) => !title],
  ['BLANK', 'startsAt', ({ startsAt }) => !startsAt],
  ['BLANK', 'context', ({ context }) => !context],
  [
    'BLANK',
    'customerGets',
    ({ customerGets }, { kind }) =>
      kind === 'DiscountCodeBasic' && !(customerGets?.items && customerGets.value),
  ],
  ['TOO_LONG', 'code', ({ code = '' }) => code.length > LONGEST],
  [
    'TAKEN',
    'code',
    ({ code = '' }, { store }) =>
      [...store.list()].some((other) => other.code.toLowerCase() === code.toLowerCase()),
  ],
  [
    'END_DATE_BEFORE_START_DATE',
    'endsAt',
    ({ endsAt, startsAt = '' }) => endsAt && Date.parse(endsAt) <= Date.parse(startsAt),
  ],
  [
    'VALUE_OUTSIDE_RANGE',
    'customerGets',
    ({ customerGets }) => Math.abs((customerGets?.value?.percentage ?? 0) - 0.5) > 0.5,
  ],
  [
    'MINIMUM_SUBTOTAL_AND_QUANTITY_RANGE_BOTH_PRESENT',
    'minimumRequirement',
    ({ minimumRequirement }) => minimumRequirement?.quantity && minimumRequirement.subtotal,
  ],
  [
    'MULTIPLE_RECURRING_CYCLE_LIMIT_FOR_NON_SUBSCRIPTION_ITEMS',
    'recurringCycleLimit',
    (input) =>
      input.recurringCycleLimit !== undefined &&
      !(input.customerGets ?? input).appliesOnSubscription,
  ],
  [
    'INVALID_PRODUCT_DISCOUNTS_WITH_TAGS_ON_SAME_CART_LINE_WITHOUT_PRODUCT_DISCOUNTS',
    'combinesWith',
    ({ combinesWith }) =>
      combinesWith?.productDiscountsWithTagsOnSameCartLine && !combinesWith.productDiscounts,
  ],
]

/** Why no such discount is made: the errors of the shop's own vocabulary. */
export const errorsOf = (input: DiscountInput, given: InputCase): readonly UserError[] =>
  RULES.filter(([, , isBroken]) => isBroken(input, given)).map(([code, field]) => ({
    code,
    field: [given.argument, field],
    message: `${field}: ${code}`,
  }))

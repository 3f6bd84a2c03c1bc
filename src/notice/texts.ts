import type { Reason } from '../types.js'

/** What the placeholders of a text stand for, ready to be read; absent where it is not known. */
export interface NoticeValues {
  readonly code: string
  readonly alternative?: string | undefined
  /** Money. */
  readonly saved?: string | undefined
  /** Money. */
  readonly missing?: string | undefined
  /** `in 2 days`, or `4:30 PM` within the last hour. */
  readonly time?: string | undefined
  /** The number in `time`; it chooses the plural form. */
  readonly count?: number | undefined
}

/** One text for each plural form that the language has. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>

/** Text with `{code}`-like placeholders, a text for each plural form, or a function that answers text. */
export type NoticeText = string | PluralForms | ((values: NoticeValues) => string)

/** The sentence for each state, what may follow it, the buttons, and how `{time}` is said. */
export type TextName =
  | 'held'
  | 'applied'
  | 'waiting'
  | 'upcoming'
  | 'starting'
  | 'expiring'
  | 'soon'
  | 'ended'
  | 'rejected'
  | 'saved'
  | 'missing'
  | 'unmet'
  | 'alternative'
  | 'replaced'
  | 'use'
  | 'remove'
  | 'dismiss'
  | 'days'
  | 'hours'
  | 'minutes'
  | Reason

export type NoticeTexts = Readonly<Partial<Record<TextName, NoticeText>>>

/** English. Without `days`, `hours` and `minutes`, `{time}` is the browser's own wording. */
export const DEFAULT_TEXTS: NoticeTexts = {
  held: '{code} is kept for checkout',
  applied: '{code} applied',
  waiting: '{code} is waiting',
  upcoming: '{code} starts {time}',
  starting: '{code} starts at {time}',
  expiring: '{code} ends {time}',
  soon: '{code} ends at {time}',
  ended: '{code} has ended',
  rejected: '{code} cannot be used',
  saved: 'You save {saved}.',
  missing: 'Spend {missing} more to use it.',
  unmet: 'It takes nothing off this cart.',
  alternative: 'Use {alternative} instead.',
  replaced: '{alternative} is used instead.',
  use: 'Use {alternative}',
  remove: 'Remove',
  dismiss: 'Dismiss',
  DISCOUNT_CODE_NOT_HONOURED: 'Another discount is used instead.',
  DISCOUNT_CURRENTLY_INACTIVE: 'It is not active at the moment.',
  DISCOUNT_CUSTOMER_NOT_ELIGIBLE: 'It is not available to you.',
  DISCOUNT_CUSTOMER_USAGE_LIMIT_REACHED: 'You have used it already.',
  DISCOUNT_ELIGIBLE_CUSTOMER_MISSING: 'Sign in to use it.',
  DISCOUNT_INCOMPATIBLE_PURCHASE_TYPE: 'It is not for this kind of purchase.',
  DISCOUNT_NOT_FOUND: 'There is no such code.',
  DISCOUNT_NO_ENTITLED_LINE_ITEMS: 'It is not for the items in your cart.',
  DISCOUNT_NO_ENTITLED_SHIPPING_LINES: 'It is not for this way of delivery.',
  DISCOUNT_PURCHASE_NOT_IN_RANGE: 'Your cart does not reach the amount it asks for.',
  DISCOUNT_QUANTITY_NOT_IN_RANGE: 'Your cart does not hold the number of items it asks for.',
  DISCOUNT_USAGE_LIMIT_REACHED: 'It has been used up.',
}

import type { Cart } from '../types.js'
import { REASONS } from './reasons.js'
import type { Picture, Section } from './section.js'
import { frame, pairs } from './section.js'
import { fromNow } from './span.js'

const money = (amount: number | undefined, currency: string | undefined): string | undefined => {
  if (amount === undefined) return undefined
  if (!currency) return `${amount} in the smallest unit`
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

const codesOf = ({ codes }: Cart, { name }: Picture): string | undefined =>
  codes &&
  (codes
    .map(({ applicable, code, reason }) =>
      [
        `${name(code)} ${applicable ? 'takes effect' : 'takes no effect'}`,
        reason && REASONS[reason],
      ]
        .filter(Boolean)
        .join(': '),
    )
    .join('; ') ||
    'none')

const answer = (cart: Cart, picture: Picture): HTMLElement => {
  const { make, name } = picture
  return pairs(make, [
    // the rest of it is nobody's business: who has the whole token has the cart
    ['Cart', `${cart.id.slice(0, 4)}…`],
    ['Items', String(cart.itemCount)],
    ['To pay', money(cart.total, cart.currency)],
    ['Taken off', money(cart.discount, cart.currency)],
    ['Codes', codesOf(cart, picture) ?? 'the shop does not say'],
    [
      'For the order',
      Object.entries(cart.attributes)
        .map(([key, value]) => `${key}: ${value && name(value)}`)
        .join(', ') || 'nothing',
    ],
  ])
}

const notesOn = ({ inspection, name, now }: Picture): readonly string[] => {
  const { cart, seen } = inspection
  const { codes = [], due, told, until = 0 } = seen
  const unasked = [
    'The shop was not asked on this page: nothing was to be done.',
    codes.length && `When last asked, it had ${codes.map(name).join(', ')}.`,
  ]
  return [
    ...(cart ? [!cart.id && 'The shopper has no cart yet.'] : unasked),
    told && `The shop was told to remember ${name(told)} for this visit.`,
    due && 'The cart may have changed since and will be read again.',
    until > now && `The shop asked to be left alone. It is asked again ${fromNow(until, now)}.`,
  ].filter((note): note is string => !!note)
}

/** What the shop last said of the cart, and what it is yet to be asked. */
export const cartSection: Section = (picture) => {
  const { inspection, make } = picture
  const { cart } = inspection
  return frame(
    make,
    'The cart',
    ...(cart?.id ? [answer(cart, picture)] : []),
    ...notesOn(picture).map((note) => make('p', {}, note)),
  )
}

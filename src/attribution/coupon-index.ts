import { fold } from './fold.js'
import { matchesGlob, longestLiteral } from './glob.js'
import type { Coupon, MatchMode } from './types.js'

/** Finds the coupons of one mode that a folded code answers to, in no order. */
export type Find = (code: string) => readonly Coupon[]

/** Whether a coupon whose literal text was found in a code really matches it. */
type Holds = (coupon: Coupon, code: string) => boolean

const always: Holds = () => true

interface Texts {
  readonly at: (text: string) => readonly Coupon[]
  /** Of the texts, each once, longest first. */
  readonly lengths: readonly number[]
}

const NONE: readonly Coupon[] = []

const collect = (coupons: readonly Coupon[], textOf: (coupon: Coupon) => string): Texts => {
  const byText = new Map<string, Coupon[]>()
  for (const coupon of coupons) {
    const text = textOf(coupon)
    const others = byText.get(text)
    if (others) others.push(coupon)
    else byText.set(text, [coupon])
  }
  const lengths = [...new Set([...byText.keys()].map((text) => text.length))]
  return { at: (text) => byText.get(text) ?? NONE, lengths: lengths.sort((a, b) => b - a) }
}

/** Every place of the code that could hold one of the texts: a look-up each, however many coupons there are. */
const within =
  ({ at, lengths }: Texts, holds: Holds): Find =>
  (code) => {
    const found = new Set<Coupon>()
    for (const length of lengths)
      for (let start = 0; start + length <= code.length; start++)
        for (const coupon of at(code.slice(start, start + length)))
          if (holds(coupon, code)) found.add(coupon)
    return [...found]
  }

const literal = ({ code }: Coupon): string => fold(code)

/** How each mode is looked up. None of them looks at every coupon, except for globs that share their longest literal. */
const FINDERS: Readonly<Record<Exclude<MatchMode, 'regex'>, (coupons: readonly Coupon[]) => Find>> =
  {
    exact: (coupons) => collect(coupons, literal).at,
    prefix: (coupons) => {
      const { at, lengths } = collect(coupons, literal)
      return (code) =>
        lengths.flatMap((length) => (length > code.length ? NONE : at(code.slice(0, length))))
    },
    suffix: (coupons) => {
      const { at, lengths } = collect(coupons, literal)
      return (code) =>
        lengths.flatMap((length) =>
          length > code.length ? NONE : at(code.slice(code.length - length)),
        )
    },
    contains: (coupons) => within(collect(coupons, literal), always),
    glob: (coupons) =>
      within(
        collect(coupons, (coupon) => longestLiteral(literal(coupon))),
        (coupon, code) => matchesGlob(literal(coupon), code),
      ),
  }

/** The finders of all modes that the list needs. */
export const indexCoupons = (coupons: readonly Coupon[]): readonly Find[] =>
  Object.entries(FINDERS).flatMap(([mode, finder]) => {
    const own = coupons.filter(({ match }) => match === mode)
    return own.length ? [finder(own)] : []
  })

import type { Entry } from '../grant/entry.js'
import { find } from '../grant/entry.js'
import { LOST } from '../grant/stacking.js'
import { hasCode } from '../has-code.js'
import type { Cart } from '../types.js'

/** Codes that were asked for, in this order, and what the cart said to them. */
export interface Tried {
  readonly codes: readonly string[]
  readonly cart: Cart
}

/** What is weighed against each other on one cart. */
export interface Contest {
  /** Codes that are no matter of ours: in front of every list, and never left out. */
  readonly fixed: readonly string[]
  /** Grants that links brought, the newest first. */
  readonly contenders: readonly Entry[]
  /** So many contenders the shop takes next to what is fixed. */
  readonly room: number
}

type Codes = readonly string[]

const isWithin = (set: Codes, codes: Codes): boolean => set.every((code) => hasCode(codes, code))

export const isHonoured = ({ codes }: Cart, code: string): boolean =>
  !!find(codes, code)?.applicable

/** Contenders that were asked for. */
export const listed = ({ contenders }: Contest, { codes }: Tried): Codes =>
  contenders.map(({ code }) => code).filter((code) => hasCode(codes, code))

/** Contenders that took effect. */
export const honoured = (contest: Contest, tried: Tried): Codes =>
  listed(contest, tried).filter((code) => isHonoured(tried.cart, code))

/** The whole list that tries this set of contenders. */
export const listOf = ({ contenders, fixed, room }: Contest, set: Codes): Codes => [
  ...fixed,
  ...contenders
    .map(({ code }) => code)
    .filter((code) => hasCode(set, code))
    .slice(0, room),
]

const isSameList = (one: Codes, other: Codes): boolean =>
  one.join().toLowerCase() === other.join().toLowerCase()

/** What the shopper pays, for comparing. */
const cost = ({ discount, total }: Cart): number => total ?? -discount

/** Of what was tried on the same contents, what costs the least; among equals what was there first, and of that the latest. */
export const cheapest = (contest: Contest, tried: readonly Tried[]): Tried | undefined => {
  const least = Math.min(...tried.map(({ cart }) => cost(cart)))
  const equal = tried.filter(({ cart }) => cost(cart) === least)
  const took = (one: Tried | undefined): string => (one ? honoured(contest, one).join() : '')
  return equal.filter((one) => took(one) === took(equal[0])).pop()
}

/** Refused for something that no other code has to do with, or where no contender was in its way. */
const hopeless = (contest: Contest, tried: readonly Tried[]): Codes =>
  tried.flatMap((one) => {
    const isBare =
      !honoured(contest, one).length && isSameList(one.codes, listOf(contest, listed(contest, one)))
    return listed(contest, one).filter((code) => {
      const { reason = 'UNKNOWN' } = find(one.cart.codes, code) ?? {}
      return isBare || (!isHonoured(one.cart, code) && !/UNKNOWN|NOT_HONOURED/.test(reason))
    })
  })

/**
 * The next list that is worth a write in search of the cheapest: all contenders together, the same with those in front that
 * lost their place, those that nothing honoured so far, each link's own, each alone, and none. Left out are lists that were tried, and those
 * within one that was honoured whole, which cannot cost less. Undefined when there is nothing left to learn.
 */
export const nextInSearch = (contest: Contest, tried: readonly Tried[]): Codes | undefined => {
  const { contenders, fixed, room } = contest
  const out = hopeless(contest, tried)
  const alive = contenders.filter(({ code }) => !hasCode(out, code))
  const all = alive.map(({ code }) => code)
  const links = alive.map(({ grantedAt }) =>
    alive.filter((other) => other.grantedAt === grantedAt).map(({ code }) => code),
  )
  const unmet = all.filter((code) => !tried.some(({ cart }) => isHonoured(cart, code)))
  // what waits for a condition is in nobody's way, and has to be on the cart when the condition is met
  const inOrder = (set: Codes): Codes => listOf(contest, [...set, ...out].slice(0, room))
  const wide = tried.filter(({ codes }) => isWithin(all, codes))
  const late = all.filter((code) => !wide.some(({ cart }) => isHonoured(cart, code)))
  // of two, there is nothing more to learn from the other order than from one alone
  const isTurning = all.length > 2 && late.length > 0
  const turned = [...fixed, ...[...new Set([...late, ...all, ...out])].slice(0, room)]
  const isTried = (list: Codes): boolean => tried.some(({ codes }) => isSameList(codes, list))
  const isWorse = (set: Codes): boolean =>
    tried.some(
      (one) =>
        isWithin(set, honoured(contest, one)) && fixed.every((code) => isHonoured(one.cart, code)),
    )
  const lists = (sets: readonly Codes[]): readonly Codes[] =>
    sets.filter((set) => !isWorse(set)).map(inOrder)
  return [
    ...lists([all]),
    ...(isTurning ? [turned] : []),
    ...lists([unmet, ...links, ...all.map((code) => [code]), []]),
  ].find((list) => !isTried(list))
}

/** Codes that the cart does not take next to the others of this list, and says not why. */
const refused = (contest: Contest, tried: Tried): Codes => {
  const isUnsaid = (code: string): boolean =>
    (find(tried.cart.codes, code)?.reason ?? 'UNKNOWN') === 'UNKNOWN'
  const took = honoured(contest, tried)
  return took.length
    ? listed(contest, tried).filter((code) => !hasCode(took, code) && isUnsaid(code))
    : []
}

const isAlone =
  (contest: Contest, code: string) =>
  (tried: Tried): boolean =>
    isSameList(tried.codes, listOf(contest, [code]))

/** The next list that tells a code which does not combine from one that waits for a condition: each refused one alone. */
export const nextInCombining = (
  contest: Contest,
  [together, ...alone]: readonly Tried[],
): Codes | undefined => {
  const unknown = together && refused(contest, together)
  const code = unknown?.find((one) => !alone.some(isAlone(contest, one)))
  return code === undefined ? undefined : listOf(contest, [code])
}

/** Codes that do not combine: the cart says so, or refused them next to the others and takes them alone. */
export const losersOf = (contest: Contest, [together, ...alone]: readonly Tried[]): Codes =>
  (together ? listed(contest, together) : []).filter(
    (code) =>
      find(together?.cart.codes, code)?.reason === LOST ||
      alone.some((one) => isAlone(contest, code)(one) && isHonoured(one.cart, code)),
  )

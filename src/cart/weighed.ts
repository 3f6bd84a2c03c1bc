import type { Cart } from '../types.js'
import { basisOf } from './basis-of.js'
import type { Contest } from './candidates.js'
import { honoured } from './candidates.js'
import { digest } from './digest.js'
import type { SeenStore } from './seen.js'

/** Milliseconds: other contents are not weighed before, nor is what could not be brought to an end. */
export const AGAIN = 10_000
/** After a shop asked to be left alone in the middle of it. */
const MUCH_LATER = 3_600_000

export interface WeighedOptions {
  readonly seen: SeenStore
  readonly now: () => number
  /** Other contents are worth weighing again. */
  readonly isRepeated: boolean
}

/** Remembers what was weighed, so that it is done once and not on every change of the cart. */
export interface WeighedMemory {
  /** A settled cart is worth reading once more. */
  readonly isDue: () => boolean
  /** These are to be weighed on the cart as just read. */
  readonly isDueOn: (cart: Cart, contest: Contest) => boolean
  /** The list that was best by then, where weighing was left in between and the cart may be on something else. */
  readonly leftOn: () => readonly string[] | undefined
  readonly begun: (cart: Cart, contest: Contest) => void
  readonly ended: (cart: Cart, contest: Contest) => void
  /** It was the reason for the shop to ask to be left alone. */
  readonly forbidden: () => void
  /** Nothing is known of the next contents. */
  readonly forget: () => void
}

const keyOf = ({ id }: Cart, { contenders }: Contest): string =>
  digest([id, ...contenders.map(({ code, grantedAt }) => code + grantedAt)].join())

const tookOf = (cart: Cart, contest: Contest): string =>
  digest(honoured(contest, { codes: contest.contenders.map(({ code }) => code), cart }).join())

export const createWeighed = ({ isRepeated, now, seen }: WeighedOptions): WeighedMemory => {
  // a time further off than any that is set comes from a clock that was wrong
  const isEarly = (again = 0): boolean => now() < again && again <= now() + MUCH_LATER
  return {
    isDue: () => {
      const { basis, weighed } = seen.read()
      const isOther = isRepeated && weighed?.basis !== basis
      return !!weighed?.of && (!weighed.basis || isOther) && !isEarly(weighed.again)
    },
    isDueOn: (cart, contest) => {
      const { want, weighed = { again: 0 } } = seen.read()
      const { again, basis, of, took } = weighed
      const isSame = !of || of === keyOf(cart, contest)
      if (!isSame || !again) return true
      // what was best by then is brought back first
      if (!basis) return want !== undefined && !isEarly(again)
      const isOther = basis !== basisOf(cart) && !isEarly(again)
      return isRepeated && (isOther || took !== tookOf(cart, contest))
    },
    leftOn: () => {
      const { codes, want, weighed } = seen.read()
      return weighed && !weighed.basis && want === undefined ? codes : undefined
    },
    begun: (cart, contest) =>
      seen.write({ weighed: { of: keyOf(cart, contest), again: now() + AGAIN } }),
    ended: (cart, contest) =>
      seen.write({
        weighed: {
          of: keyOf(cart, contest),
          basis: basisOf(cart),
          took: tookOf(cart, contest),
          again: now() + AGAIN,
        },
      }),
    forbidden: () => seen.write({ weighed: { again: now() + MUCH_LATER } }),
    forget: () => {
      if (seen.read().weighed?.of) seen.write({ weighed: undefined })
    },
  }
}

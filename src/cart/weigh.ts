import { DiscountKeeperError } from '../errors.js'
import type { StackingRule } from '../grant/stacking.js'
import { stackingRules } from '../grant/stacking.js'
import { isSame } from '../is-same.js'
import type { Ledger } from '../layers/ledger.js'
import type { Cart, CartChange, Platform } from '../types.js'
import { basisOf } from './basis-of.js'
import type { Contest, Tried } from './candidates.js'
import {
  cheapest,
  hasCode,
  honoured,
  listOf,
  losersOf,
  nextInCombining,
  nextInSearch,
} from './candidates.js'
import { afterwards, contestOf, isComparable, onTheWay, withinLimit } from './contest.js'
import { digest } from './digest.js'
import { unparked } from './observe.js'
import type { SeenStore } from './seen.js'
import { tryCandidates } from './try-candidates.js'

/** Milliseconds: other contents are not weighed before, nor is what could not be brought to an end. */
const AGAIN = 30_000
/** After a shop asked to be left alone in the middle of it. */
const MUCH_LATER = 3_600_000

export interface WeighingOptions {
  readonly platform: Platform
  readonly discounts: Ledger
  readonly rule: StackingRule
  readonly seen: SeenStore
  readonly now: () => number
  /** Lets some time go by between two writes; false: the keeper was stopped. */
  readonly pause: () => Promise<boolean>
  /** Brings the cart to this list of codes. */
  readonly write: (codes: readonly string[]) => Promise<Cart>
  readonly report: (error: DiscountKeeperError) => void
}

/** What the pass that found something to weigh has done already. */
export interface FirstWrite {
  readonly cart: Cart
  readonly change: CartChange | undefined
  readonly after: Cart
}

/** Decides on the real cart which grants stand, where the rule leaves that to the cart. */
export interface Weighing {
  /** A settled cart is worth reading once more. */
  readonly isDue: () => boolean
  /** What is to be weighed on the cart as just read; who lost before is in it again. */
  readonly open: (cart: Cart) => Contest | undefined
  /** The cart was emptied: nothing is known of the next one. */
  readonly forget: () => void
  /** The same write, its codes in the order that is to be weighed, or was when it could not be brought to an end. */
  readonly ordered: (
    change: CartChange | undefined,
    contest: Contest | undefined,
  ) => CartChange | undefined
  /** Tries what is worth trying and ends on the best; undefined where another pass has to see to the cart. */
  readonly close: (contest: Contest, first: FirstWrite) => Promise<Cart | undefined>
}

const keyOf = ({ contenders }: Contest, { id }: Cart): string =>
  digest([id, ...contenders.map(({ code, grantedAt }) => code + grantedAt)].join())

export const createWeighing = (options: WeighingOptions): Weighing => {
  const { discounts, now, pause, platform, report, rule, seen, write } = options
  const isBest = rule === stackingRules.best
  const isMeasured = isBest || rule === stackingRules.combine

  const isEarly = (again = 0): boolean => now() < again && again <= now() + MUCH_LATER
  const tookOf = (contest: Contest, cart: Cart): string =>
    digest(honoured(contest, { codes: contest.contenders.map(({ code }) => code), cart }).join())

  const isDueOn = (cart: Cart, contest: Contest): boolean => {
    const { again, basis, of, took } = seen.read().weighed ?? { again: 0 }
    if (!of && isEarly(again)) return false
    if (of !== keyOf(contest, cart)) return true
    if (!basis) return !isEarly(again)
    if (!isBest) return false
    return took !== tookOf(contest, cart) || (basis !== basisOf(cart) && !isEarly(again))
  }

  const next = isBest ? nextInSearch : nextInCombining
  const bestOf = (contest: Contest, tried: readonly Tried[]): readonly string[] => {
    if (isBest) return cheapest(contest, tried)?.codes ?? []
    const losers = losersOf(contest, tried)
    return (tried[0]?.codes ?? []).filter((code) => !hasCode(losers, code))
  }

  const weigh = async (contest: Contest, known: readonly Tried[]): Promise<Cart | undefined> => {
    const [id, begin] = [platform.cartId?.(), now()]
    const { cart, isOver, tried } = await tryCandidates({
      known: isBest ? known : known.slice(-1),
      pause,
      write,
      next: (list) => next(contest, list),
      best: (list) => bestOf(contest, list),
      before: (list, to) => {
        const { cart: at, codes: from } = list[list.length - 1] ?? { cart: undefined, codes: [] }
        const best = bestOf(contest, list)
        if (at) discounts.sync(onTheWay({ best, contest }, at, [from, to]))
        // whoever leaves for checkout takes along what is best by now; whoever comes next finds work to do
        seen.write({ codes: best, want: undefined })
      },
      // a page that was frozen in between knows nothing any more
      isOvertaken: () => platform.cartId?.() !== id || !!seen.read().due || now() > begin + AGAIN,
      failed: (error) => {
        if (!(error instanceof DiscountKeeperError) || error.code === 'COOL_DOWN') throw error
        report(error)
      },
    })
    if (!cart) return undefined
    const best = bestOf(contest, tried)
    const ended = [...tried, { codes: best, cart }]
    discounts.sync(afterwards({ best, contest }, ended, isBest ? [] : losersOf(contest, tried)))
    const left = contestOf(cart, discounts.all(), platform.limits)
    const ending = isOver ? { basis: basisOf(cart), took: tookOf(left, cart) } : undefined
    seen.write({ weighed: { ...ending, of: keyOf(left, cart), again: now() + AGAIN } })
    return cart
  }

  const forget = (): void => {
    if (seen.read().weighed?.of) seen.write({ weighed: undefined })
  }

  return {
    forget,
    isDue: () => {
      const { basis, weighed } = seen.read()
      const isOther = isBest && weighed?.basis !== basis
      return !!weighed?.of && (!weighed.basis || isOther) && !isEarly(weighed.again)
    },
    open: (cart) => {
      const contest = contestOf(cart, discounts.all(), platform.limits)
      const { contenders, room } = contest
      const isOpen = isMeasured && !!cart.codes && contenders.length > 1
      if (isOpen && !isDueOn(cart, contest)) return undefined
      if (!isOpen) forget()
      if (contenders.some(({ parked }) => parked)) discounts.sync(unparked)
      // of more than the shop takes, the best are found by trying
      if ((!isOpen || !isBest) && contenders.length > room) discounts.sync(withinLimit(contest))
      return isOpen ? contestOf(cart, discounts.all(), platform.limits) : undefined
    },
    ordered: (change, contest) => {
      if (!change?.codes) return change
      const { codes, weighed } = seen.read()
      const all = contest?.contenders.map(({ code }) => code)
      const list = contest && all ? listOf(contest, all) : change.codes
      const order = weighed && !weighed.basis ? (codes ?? []) : []
      const at = (code: string): number => order.findIndex((other) => isSame(other, code)) >>> 0
      return { ...change, codes: all ? list : [...list].sort((one, other) => at(one) - at(other)) }
    },
    close: (contest, { after, cart, change }) => {
      const have = (cart.codes ?? []).map(({ code }) => code)
      const isWorth = change?.codes && isComparable(contest, cart)
      const known = [
        ...(isWorth ? [{ codes: have, cart }] : []),
        { codes: change?.codes ?? have, cart: after },
      ]
      seen.write({ weighed: { of: keyOf(contest, cart), again: now() + AGAIN } })
      return weigh(contest, known).catch((error: unknown) => {
        if (error instanceof DiscountKeeperError && error.code === 'COOL_DOWN')
          seen.write({ weighed: { again: now() + MUCH_LATER } })
        throw error
      })
    },
  }
}

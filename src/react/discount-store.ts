import type { DiscountKeeper } from '../discount-keeper.js'
import type { Answers } from './answers.js'
import { createAnswers } from './answers.js'
import type { Discount } from './discount.js'
import { watchKeeper } from './watch-keeper.js'

/** A keeper as React reads it: one for each keeper, however many roots show it. */
export interface DiscountStore {
  /** The present moment; the same object until something differs. */
  readonly read: () => Discount
  /** What a server says and every browser begins with. */
  readonly readFirst: () => Discount
  readonly subscribe: (changed: () => void) => () => void
  /** Starts the keeper with the first that asks; the answer ends it with the last. */
  readonly run: () => () => void
}

const isAlike = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** The part that was there where the new one says the same. */
const keep = <Part>(before: Part, now: Part): Part => (isAlike(before, now) ? before : now)

const firstOf = ({ apply, remove }: DiscountKeeper): Discount =>
  Object.freeze({
    grants: [],
    notices: [],
    ref: undefined,
    isReady: false,
    apply,
    remove,
    price: () => undefined,
    checkoutUrl: (url: string) => url,
    link: (url = '') => url,
  })

const createDiscountStore = (keeper: DiscountKeeper): DiscountStore => {
  const first = firstOf(keeper)
  const listeners = new Set<() => void>()
  let present = first
  let answers: Answers | undefined
  let isReady = false
  let users = 0
  let end: (() => void) | undefined

  const look = (): void => {
    const grants = keep(present.grants, keeper.grants)
    const notices = keep(present.notices, keeper.notices)
    const ref = keep(present.ref, keeper.ref)
    const said = { grants, notices, ref, isReady }
    const isUnchanged =
      grants === present.grants &&
      notices === present.notices &&
      ref === present.ref &&
      isReady === present.isReady
    // what the first moment told is written down nowhere: on a server there is no end to it
    if (isUnchanged && answers?.hold()) return
    answers = createAnswers(keeper)
    const { checkoutUrl, link, price } = answers
    present = Object.freeze({ ...present, ...said, checkoutUrl, link, price })
    for (const listener of listeners) listener()
  }

  const begin = (): (() => void) => {
    const unready = keeper.on('ready', () => {
      isReady = true
    })
    const unwatch = watchKeeper(keeper, look)
    void keeper.start()
    return () => {
      unready()
      unwatch()
      keeper.stop()
    }
  }
  const settle = (): void => {
    if (users || !end) return
    end()
    end = undefined
  }

  return {
    read: () => present,
    readFirst: () => first,
    subscribe: (changed) => {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
    run: () => {
      users++
      end ??= begin()
      return () => {
        users--
        // React may only rehearse, or move what it shows to another root: whoever is back by then goes on
        queueMicrotask(settle)
      }
    },
  }
}

const stores = new WeakMap<DiscountKeeper, DiscountStore>()

/** The store of a keeper, made when first asked for; making it touches neither the page nor the keeper. */
export const discountStoreOf = (keeper: DiscountKeeper): DiscountStore => {
  const store = stores.get(keeper) ?? createDiscountStore(keeper)
  stores.set(keeper, store)
  return store
}

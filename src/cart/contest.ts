import { hasCode } from '../has-code.js'
import type { Change, Entry } from '../grant/entry.js'
import { find, isLive, isTyped, isWanted } from '../grant/entry.js'
import { LOST } from '../grant/stacking.js'
import type { Cart, Platform } from '../types.js'
import type { Contest, Tried } from './candidates.js'
import { honoured, isHonoured } from './candidates.js'
import { isFinal } from './observe.js'
import { desiredCodes } from './plan.js'

const MOST = Number.MAX_SAFE_INTEGER

/** Grants of links against each other, next to all that is no matter of ours. */
export const contestOf = (
  cart: Cart,
  entries: readonly Entry[],
  limits: Platform['limits'],
): Contest => {
  // codes of one link in the same order each time
  const contenders = entries
    .filter((entry) => isLive(entry) && entry.code && !isTyped(entry))
    .sort((one, other) => other.grantedAt - one.grantedAt || (one.code < other.code ? -1 : 1))
  const have = (cart.codes ?? []).map(({ code }) => code)
  const typed = entries.filter((entry) => isWanted(entry) && isTyped(entry))
  const fixed = [
    ...desiredCodes(typed.filter(({ code }) => !find(cart.codes, code))),
    ...have.filter((code) => {
      const entry = find(entries, code)
      return !entry || (isLive(entry) ? isTyped(entry) : entry.cart !== cart.id)
    }),
  ]
  return { fixed, contenders, room: Math.max(0, (limits?.codes ?? MOST) - fixed.length) }
}

/** True where the cart holds nothing but what is weighed, and all that must not be left out: it can be compared. */
export const isComparable = ({ contenders, fixed }: Contest, { codes = [] }: Cart): boolean =>
  fixed.every((code) => find(codes, code)) &&
  codes.every(({ code }) => fixed.includes(code) || find(contenders, code))

/** More than the shop takes is not sent: the oldest lose. */
export const withinLimit =
  ({ contenders, room }: Contest): Change =>
  (entries) =>
    entries.map((entry) =>
      find(contenders.slice(room), entry.code) && isLive(entry)
        ? { ...entry, status: 'rejected', reason: LOST, parked: undefined }
        : entry,
    )

export interface Standing {
  readonly contest: Contest
  /** The list that the cart belongs on. */
  readonly best: readonly string[]
}

const byContender =
  ({ contenders }: Contest, change: (entry: Entry) => Entry): Change =>
  (entries) =>
    entries.map((entry) =>
      isLive(entry) && find(contenders, entry.code)?.grantedAt === entry.grantedAt
        ? change(entry)
        : entry,
    )

const has = (codes: readonly string[], { code }: Entry): boolean => hasCode(codes, code)

/**
 * Before a write that takes the cart from what was tried last to another list: wherever the page is left, the next one knows
 * which codes are to be taken off, and takes none that is not there for removed by the shopper.
 */
export const onTheWay = (
  { best, contest }: Standing,
  tried: readonly Tried[],
  to: readonly string[],
): Change => {
  const { cart, codes: from } = tried[tried.length - 1] ?? { cart: undefined, codes: [] }
  // some shops drop without a word what others displace, a code of the shopper too; one answer does not tell
  const isListing =
    tried.length > 1 && tried.every((one) => one.codes.every((code) => find(one.cart.codes, code)))
  const move = byContender(contest, (entry) => {
    const parked = !has(best, entry) || undefined
    const isSure = isListing && has(from, entry) && has(to, entry)
    return { ...entry, parked, cart: parked || isSure ? cart?.id : undefined }
  })
  const isAtRisk = (entry: Entry): boolean => isLive(entry) && isTyped(entry) && !isListing
  return (entries) =>
    move(entries).map((entry) => (isAtRisk(entry) ? { ...entry, cart: undefined } : entry))
}

/** What each contender is told when all is tried: the winners are on the cart, `losers` are out, others wait. */
export const afterwards = (
  { best, contest }: Standing,
  tried: readonly Tried[],
  losers: readonly string[],
): Change => {
  const cart = tried[tried.length - 1]?.cart
  return byContender(contest, (entry) => {
    const { code } = entry
    const isOn = has(best, entry)
    const said = tried.map((one) => find(one.cart.codes, code)?.reason).find(Boolean)
    const hasMet = tried.some((one) => honoured(contest, one).includes(code))
    const reason = hasMet ? LOST : (said ?? 'UNKNOWN')
    const over = { ...entry, parked: undefined, cart: undefined }
    if (hasCode(losers, code)) return { ...over, status: 'rejected', reason: LOST }
    if (isFinal(reason))
      return { ...over, status: 'rejected', reason, cart: isOn ? cart?.id : undefined }
    if (!isOn) return { ...over, parked: true, reason }
    return { ...over, cart: cart?.id, reason: cart && isHonoured(cart, code) ? undefined : reason }
  })
}

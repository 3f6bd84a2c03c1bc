import type { Grant } from '../types.js'
import { isUpcoming } from './terms.js'

/** Longer delays make `setTimeout` fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1

/** How many of the notices, each so many milliseconds before the end, are due by now; none before the start. */
export const dueNotices = (grant: Grant, noticeBefore: readonly number[], now: number): number =>
  isUpcoming(grant, now)
    ? 0
    : noticeBefore.filter((before) => now >= grant.expiresAt - before).length

/** Milliseconds until one of the grants starts, ends or is due a notice, as far as one timer can wait; 0 for none. */
export const nextWake = (
  grants: readonly Grant[],
  noticeBefore: readonly number[],
  now: number,
): number => {
  const waits = grants
    .flatMap(({ expiresAt, startsAt = 0 }) => [
      startsAt,
      ...[0, ...noticeBefore].map((before) => expiresAt - before),
    ])
    .map((time) => time - now)
    .filter((wait) => wait > 0)
  return waits.length && Math.min(LONGEST_TIMER, ...waits)
}

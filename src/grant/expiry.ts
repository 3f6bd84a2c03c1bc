import type { Grant } from '../types.js'

/** Longer delays make `setTimeout` fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1

/** How many of the notices, each so many milliseconds before the end, are due by now. */
export const dueNotices = (
  { expiresAt }: Grant,
  noticeBefore: readonly number[],
  now: number,
): number => noticeBefore.filter((before) => now >= expiresAt - before).length

/** Milliseconds until one of the grants ends or is due a notice, as far as one timer can wait; 0 for none. */
export const nextWake = (
  grants: readonly Grant[],
  noticeBefore: readonly number[],
  now: number,
): number => {
  const waits = grants
    .flatMap(({ expiresAt }) => [0, ...noticeBefore].map((before) => expiresAt - before - now))
    .filter((wait) => wait > 0)
  return waits.length && Math.min(LONGEST_TIMER, ...waits)
}

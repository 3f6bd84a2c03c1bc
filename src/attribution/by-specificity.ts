import type { Coupon, MatchMode } from './types.js'

const ORDER: readonly MatchMode[] = ['prefix', 'suffix', 'glob', 'contains']

const literals = ({ code, match }: Coupon): number => {
  if (match === 'exact') return Infinity
  return match === 'regex' ? -1 : code.replace(/[*?]/g, '').length
}

/**
 * Sorts the most specific coupon first: exact, then by literal characters, then by mode, regular expressions last, and at
 * last by row. A total order: no two rows are equal.
 */
export const bySpecificity = (one: Coupon, other: Coupon): number => {
  const [mine, theirs] = [literals(one), literals(other)]
  if (mine !== theirs) return theirs > mine ? 1 : -1
  return ORDER.indexOf(one.match) - ORDER.indexOf(other.match) || one.row - other.row
}

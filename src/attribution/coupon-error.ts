/** What is wrong with one row of a coupon list. */
export interface CouponProblem {
  /** Its place in the list, from 0. */
  readonly row: number
  /** As it was written, where it is text. */
  readonly code?: string | undefined
  /** A sentence: what was expected, and what came. */
  readonly message: string
}

/** Thrown by `defineCoupons` for a list with mistakes in it; the message names the first row, `problems` all of them. */
export class CouponError extends Error {
  readonly problems: readonly CouponProblem[]

  constructor(problems: readonly CouponProblem[]) {
    const [first] = problems
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
    super(`Coupon row ${first?.row}: ${first?.message}${more}`)
    this.name = 'CouponError'
    this.problems = problems
  }
}

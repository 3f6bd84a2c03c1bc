import { DiscountKeeperError } from '../errors.js'

/** The shop did not do what it was asked, and says so with this status. */
export const refusal = (status: number): DiscountKeeperError =>
  new DiscountKeeperError('REFUSED', `The shop answered ${status}`)

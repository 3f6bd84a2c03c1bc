import type { LockView } from '../../src/cart/exclusive.js'

/** A page whose browser has these locks. */
export const pageWith = (locks: LockManager | undefined): LockView =>
  Object.assign(new EventTarget(), { navigator: { locks } })

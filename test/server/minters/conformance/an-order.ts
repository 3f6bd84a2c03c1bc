import type { MintOrder } from '../../../../src/server/types.js'

const HOUR = 3_600_000

let made = 0

/** An order for a code that nobody has ordered before, which works from now on for a few hours. */
export const anOrder = (more: Partial<MintOrder> & Pick<MintOrder, 'base'>): MintOrder => {
  const now = Date.now()
  made += 1
  return {
    code: `ANNA${now.toString(36).toUpperCase()}-${made}`,
    startsAt: now - HOUR,
    endsAt: now + 6 * HOUR,
    offer: { id: 'anna', base: more.base },
    ...more,
  }
}

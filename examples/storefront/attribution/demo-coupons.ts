import { defineCoupons } from '../../../src/attribution/index.js'
import type { Coupons, Payout } from '../../../src/attribution/index.js'

/** What affiliates of the demo shop earn of a sale where their coupon says nothing else. */
export const USUAL_PAYOUT: Payout = { percentage: 10 }

/** Coupons of the demo shop that belong to somebody. */
export const demoCoupons: Coupons = defineCoupons([
  {
    code: 'SAVE10',
    offer: 'Slow days',
    publisher: 'amy',
    discountText: '10 % off',
    payout: { percentage: 15 },
    note: 'Amy asked for more than the usual.',
  },
  { code: 'CREATOR20', offer: 'Creators', publisher: 'cleo', discountText: '20 % off' },
  {
    code: 'NOTES25',
    offer: 'Notebooks',
    publisher: 'finn',
    discountText: '25 % off notebooks',
    payout: { fixed: '1.50', newCustomersOnly: false },
  },
])

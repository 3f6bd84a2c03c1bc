import { foldCode } from './fold-code.js'
import type { DiscountClass, DiscountCode } from './types.js'

const DAY = 86_400_000

const combines = (...classes: DiscountClass[]): Record<DiscountClass, boolean> => ({
  order: classes.includes('order'),
  product: classes.includes('product'),
  shipping: classes.includes('shipping'),
})

const orderCode = (code: string, value: number, more?: Partial<DiscountCode>): DiscountCode => ({
  code,
  kind: 'percentage',
  value,
  summary: `${value}% off the order`,
  combinesWith: combines('product', 'shipping'),
  used: 0,
  ...more,
})

const codesAt = (now: number): DiscountCode[] => [
  orderCode('SAVE10', 10),
  orderCode('SAVE20', 20, {
    summary: '20% off, not together with other codes',
    combinesWith: combines(),
  }),
  orderCode('CREATOR20', 20),
  orderCode('EXTRA5', 5, {
    summary: '5% off on top',
    combinesWith: combines('order', 'product', 'shipping'),
  }),
  orderCode('TAKE5', 500, {
    kind: 'fixed',
    summary: '$5 off the order, on top of others that allow it',
    combinesWith: combines('order', 'product', 'shipping'),
  }),
  orderCode('BIG15', 1500, {
    kind: 'fixed',
    summary: '$15 off from $100',
    minimumSubtotal: 10_000,
  }),
  orderCode('NOTES25', 25, {
    summary: '25% off field notebooks',
    products: ['field-notebook'],
    combinesWith: combines('order', 'shipping'),
  }),
  orderCode('FREESHIP', 0, {
    kind: 'shipping',
    summary: 'Free shipping',
    combinesWith: combines('order', 'product'),
  }),
  orderCode('ONCE15', 15, { summary: '15% off, for one order only', usageLimit: 1 }),
  orderCode('GONE15', 15, { summary: '15% off, used up', usageLimit: 1, used: 1 }),
  orderCode('LATE10', 10, { summary: '10% off, ended yesterday', endsAt: now - DAY }),
  orderCode('PARTNER20', 20, {
    summary: '20% off, what safe codes are copies of',
    hidden: true,
  }),
  orderCode('SOON10', 10, { summary: '10% off, starts tomorrow', startsAt: now + DAY }),
]

/** The codes the demo shop opens with, keyed by their folded form. */
export const demoCodes = (now: number): Map<string, DiscountCode> =>
  new Map(codesAt(now).map((code) => [foldCode(code.code), code]))

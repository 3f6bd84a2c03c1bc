export { DiscountProvider } from './discount-provider.js'
export { useDiscount } from './use-discount.js'
export type { Discount } from './discount.js'
export type { DiscountProviderProps } from './discount-provider.js'

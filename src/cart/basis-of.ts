import type { Cart } from '../types.js'
import { digest } from './digest.js'

/** Digest of what is in a cart, discounts aside. */
export const basisOf = ({ contents = '', discount, itemCount, total = 0 }: Cart): string =>
  digest([contents, itemCount, total + discount].join())

import { cartCases } from './cart-cases.js'
import { codeCases } from './code-cases.js'
import type { Cases } from './open-shopper.js'
import { troubleCases } from './trouble-cases.js'

/** The whole suite, in the order in which it is told of. */
export const everyCase: Cases = { ...cartCases, ...codeCases, ...troubleCases }

import type { Page } from '@playwright/test'
import type { Shop } from '../fixtures.js'
import { expect, statuses } from '../fixtures.js'
import { isKept, isRefusing } from './expected-of.js'
import type { Row } from './factors.js'

/** Whether the keeper can know of a grant on the cart page, and may ask of a shop that answers by then. */
export const canLookAgain = (row: Row): boolean => {
  const { network, until } = row
  const isAnswered = until === 'checkout' || ['fine', 'slow', 'out of order'].includes(network)
  return isKept(row) && isAnswered && !isRefusing(row)
}

/** More comes into the cart elsewhere, which no code is for until that is taken back; the same cart would have lost its code. */
export const changeCart = ({ carts, codes }: Shop): (() => void) => {
  for (const line of [...carts.values()].flatMap(({ lines }) => lines)) line.quantity++
  const terms = [...codes.values()].map((discount) => [discount, discount.products] as const)
  for (const [discount] of terms) discount.products = []
  return () => {
    for (const [discount, products] of terms) discount.products = products
  }
}

/** A page that came out of the back/forward cache says what has become of the cart since it was left. */
export const lookAgain = (tab: Page): Promise<void> =>
  expect
    .poll(async () => (await statuses(tab)).map((status) => status.split(' ')[1]), 'as it is now')
    .toEqual(['waiting'])

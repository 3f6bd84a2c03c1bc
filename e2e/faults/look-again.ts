import { statuses } from '../browsers/shopper.js'
import { expect, type Shop } from '../fixtures.js'
import { isKept, isRefusing } from './expected-of.js'
import type { Row } from './factors.js'
import { comeBack } from './leave-cart.js'
import type { Walk } from './stage.js'

/** Whether the keeper can know of a grant on the cart page, and may ask of a shop that answers by then. */
const canLookAgain = (row: Row): boolean => {
  const { network, until } = row
  const isAnswered = until === 'checkout' || ['fine', 'slow', 'out of order'].includes(network)
  return isKept(row) && isAnswered && !isRefusing(row)
}

/** More comes into the cart elsewhere, and no code is for that: from a cart that stays the same it would be gone for good. */
const changeCart = ({ carts, codes }: Shop): void => {
  for (const line of [...carts.values()].flatMap(({ lines }) => lines)) line.quantity++
  for (const discount of codes.values()) discount.products = []
}

const expectStatus = ({ tab }: Walk, status: string): Promise<void> =>
  expect
    .poll(async () => (await statuses(tab)).map((said) => said.split(' ')[1]), 'as it is now')
    .toEqual([status])

/**
 * The shopper looks at something else and comes back to the cart as they left it, which has changed meanwhile: the page
 * says so, although nothing on it told of a change. False where the browser did not keep the page, or nobody can know.
 */
export const lookAgain = async (walk: Walk): Promise<boolean> => {
  const { row, shop, tab } = walk
  if (!canLookAgain(row)) return false
  if (row.pace === 'calm') await expectStatus(walk, 'applied')
  // no keeper there
  await tab.goto(`${shop.url}/assets/mark.svg`)
  changeCart(shop)
  const isAsLeft = await comeBack(tab)
  if (isAsLeft) await expectStatus(walk, 'waiting')
  return isAsLeft
}

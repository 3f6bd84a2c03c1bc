import type { Shop } from '../fixtures.js'
import { expect, statuses } from '../fixtures.js'
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

/** More comes into the cart elsewhere, which no code is for until that is taken back; the same cart would have lost its code. */
const changeCart = ({ carts, codes }: Shop): (() => void) => {
  for (const line of [...carts.values()].flatMap(({ lines }) => lines)) line.quantity++
  const terms = [...codes.values()].map((discount) => [discount, discount.products] as const)
  for (const [discount] of terms) discount.products = []
  return () => {
    for (const [discount, products] of terms) discount.products = products
  }
}

const expectStatus = ({ page }: Walk, status: string): Promise<void> =>
  expect
    .poll(async () => (await statuses(page)).map((said) => said.split(' ')[1]), 'as it is now')
    .toEqual([status])

/**
 * The shopper looks at something else and comes back to the cart as they left it, which has changed meanwhile: the page
 * says so, although nothing on it told of a change. False where the browser did not keep the page, or nobody can know.
 */
export const lookAgain = async (walk: Walk): Promise<boolean> => {
  const { page, row, shop } = walk
  if (!canLookAgain(row)) return false
  if (row.pace === 'calm') await expectStatus(walk, 'applied')
  // no keeper there
  await page.goto(`${shop.url}/assets/mark.svg`)
  const takeBack = changeCart(shop)
  const isAsLeft = await comeBack(page)
  if (isAsLeft) await expectStatus(walk, 'waiting')
  takeBack()
  return isAsLeft
}

import { expect, statuses } from '../fixtures.js'
import { isKept } from './expected-of.js'
import type { Walk } from './stage.js'

/** Puts a mug into the cart, and waits for what the row's pace waits for. */
export const fillCart = async (walk: Walk): Promise<void> => {
  const {
    context,
    network,
    page,
    row,
    shop: { url },
  } = walk
  const isAnswered = ['fine', 'slow', 'out of order'].includes(row.network)
  const isKilled = row.page === 'killed'
  const tab = isKilled ? await context.newPage() : page
  const hit = isAnswered ? network.writing() : network.asked()
  await tab.goto(`${url}/products/trail-mug`)
  await tab.getByRole('button', { name: 'Add to cart' }).click()
  await tab
    .getByRole('dialog', { name: 'Your cart' })
    .getByRole('link', { name: 'Trail mug', exact: true })
    .waitFor()
  if (isKilled) {
    // a shop that said no may be left alone by now
    if (isKept(row) && isAnswered) await hit
    await tab.close()
  } else if (row.pace === 'calm' && isAnswered && isKept(row))
    await expect.poll(() => statuses(tab)).toEqual([expect.stringMatching(/ applied$/)])
}

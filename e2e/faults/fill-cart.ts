import { addMug, statuses } from '../browsers/shopper.js'
import { expect } from '../fixtures.js'
import { isKept } from './expected-of.js'
import type { Walk } from './stage.js'

/** Puts a mug into the cart, and waits for what the row's pace waits for. */
export const fillCart = async (walk: Walk): Promise<void> => {
  const { network, openTab, row, shop } = walk
  const isAnswered = ['fine', 'slow', 'out of order'].includes(row.network)
  const isKilled = row.page === 'killed'
  const tab = isKilled ? await openTab() : walk.tab
  const hit = isAnswered ? network.writing() : network.asked()
  await addMug(tab, shop)
  if (isKilled) {
    // a shop that said no may be left alone by now
    if (isKept(row) && isAnswered) await hit
    await tab.kill()
  } else if (row.pace === 'calm' && isAnswered && isKept(row))
    await expect.poll(() => statuses(tab)).toEqual([expect.stringMatching(/ applied$/)])
}

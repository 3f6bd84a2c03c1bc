import type { Page } from '@playwright/test'
import { expect } from '../impatient.js'
import { addTee, grants, total, typeCode } from './open-page.js'

/** A shop on Medusa recomputes the whole cart with each write: it may take seconds. */
const soon = { timeout: 20_000 }

/** The shopper adds a code of their own to ours, takes ours off, and buys on: 50.00 twice, with theirs off. */
export const takeOursOff = async (page: Page, landing: string): Promise<void> => {
  await page.goto(landing)
  await addTee(page)
  await expect(total(page)).toHaveText('40.00', soon)
  await typeCode(page, 'EXTRA10')
  await expect(total(page)).toHaveText('36.00', soon)
  await page.getByRole('button', { name: 'Remove CREATOR20' }).click()
  await expect(total(page)).toHaveText('45.00', soon)
  await expect.poll(() => grants(page), soon).toEqual([])

  await page.reload()
  await addTee(page)
  await expect(total(page)).toHaveText('90.00', soon)
}

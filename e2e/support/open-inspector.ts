import type { Locator, Page } from '@playwright/test'
import { open } from '../fixtures.js'

/** Opens the present page once more, with the inspector on it. */
export const openInspector = async (page: Page): Promise<Locator> => {
  const url = new URL(page.url())
  url.searchParams.set('discount-keeper', 'inspect')
  await open(page, url.href)
  const inspector = page.getByRole('dialog', { name: 'Discount Keeper' })
  await inspector.waitFor()
  return inspector
}

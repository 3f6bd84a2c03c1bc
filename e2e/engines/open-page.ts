import type { Locator, Page } from '@playwright/test'
import type { DiscountKeeper } from '../../src/discount-keeper.js'

interface ShopWindow {
  readonly keeper?: DiscountKeeper
  readonly heard?: readonly string[]
}

/** The grants in force, as `CODE status` and the reason where there is one; undefined before there is a keeper. */
export const grants = (page: Page): Promise<readonly string[] | undefined> =>
  page.evaluate(() =>
    (window as unknown as ShopWindow).keeper?.grants.map(({ code, reason, status }) =>
      [code, status, reason].filter(Boolean).join(' '),
    ),
  )

/** What the keeper has told on this page, in the same words. */
export const heard = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as ShopWindow).heard ?? [])

/** The query that a way out leads to checkout with, as the keeper has it. */
export const wayOut = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const link = document.querySelector<HTMLAnchorElement>('#checkout')
    const url = (window as unknown as ShopWindow).keeper?.checkoutUrl(link?.href ?? '')
    return url && new URL(url).search
  })

/** What the cart costs, as the shop last said. */
export const total = (page: Page): Locator => page.locator('[name=total]')

export const addTee = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Tee', exact: true }).click()
  await page.getByRole('button', { name: 'Add to cart' }).click()
}

/** The shopper types a code into the shop's own form. */
export const typeCode = async (page: Page, code: string): Promise<void> => {
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Apply' }).click()
}

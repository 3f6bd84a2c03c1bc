import type { Page } from '@playwright/test'

/** Resolves when the keeper of the page has read what is kept. */
export const isReady = (tab: Page): Promise<void> =>
  tab.evaluate(
    () =>
      new Promise((resolve) => {
        window.DiscountKeeper.on('ready', () => resolve())
      }),
  )

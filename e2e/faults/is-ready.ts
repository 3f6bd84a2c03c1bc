import type { Tab } from '../browsers/support/tab.js'

/** Resolves when the keeper of the page has read what is kept. */
export const isReady = (tab: Tab): Promise<void> =>
  tab.eval(
    () =>
      new Promise<void>((resolve) => {
        window.DiscountKeeper.on('ready', () => resolve())
      }),
  )

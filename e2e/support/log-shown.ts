import type { Page } from '@playwright/test'

interface Log {
  readonly shown: Record<string, string[]>
  granted: number
}

declare global {
  interface Window {
    log: Log
  }
}

/** What the shopper saw in a place, one after the other, since the page was loaded. */
export type Shown = (selector: string) => Promise<readonly string[]>

/** Writes down every text that stands in these places, from the server's own on; several of a kind are one text. */
export const logShown = async (page: Page, selectors: readonly string[]): Promise<Shown> => {
  await page.addInitScript((places) => {
    const log: Log = { shown: Object.fromEntries(places.map((place) => [place, []])), granted: 0 }
    window.log = log
    document.addEventListener('discount-keeper:granted', () => log.granted++)
    const look = (): void => {
      // what the server sent stands whole
      if (!document.querySelector('script#data')) return
      for (const [place, texts] of Object.entries(log.shown)) {
        const found = [...document.querySelectorAll(place)].map(({ textContent }) => textContent)
        const text = found.join(' | ')
        if (texts[texts.length - 1] !== text) texts.push(text)
      }
    }
    new MutationObserver(look).observe(document, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  }, selectors)
  return (selector) => page.evaluate((place) => window.log.shown[place] ?? [], selector)
}

/** How often a code was granted since the page was loaded. */
export const grantedTimes = (page: Page): Promise<number> => page.evaluate(() => window.log.granted)

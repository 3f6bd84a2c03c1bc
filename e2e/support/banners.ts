import type { Page } from '@playwright/test'

/** What the shopper answers a banner. */
export interface Choice {
  readonly marketing: boolean
  readonly preferences: boolean
}

export interface Banner {
  /** The shopper answers, now or anew; the banner remembers it on every page that follows. */
  readonly answer: (choice: Choice) => Promise<void>
}

// A banner keeps the answer in a cookie of its own, as the real ones do.
const COOKIE = 'their_banner'

const answerWith = (page: Page): Banner => ({
  answer: (choice) =>
    page.evaluate(
      ([name, given]) => {
        document.cookie = `${name}=${JSON.stringify(given)}; path=/`
        const tell: unknown = Reflect.get(window, 'answerBanner')
        if (typeof tell === 'function') tell()
      },
      [COOKIE, choice] as const,
    ),
})

/** Shopify's Customer Privacy API on every page of this tab; it comes when it is asked for, in a later task. */
export const openShopifyBanner = async (page: Page): Promise<Banner> => {
  await page.addInitScript((name) => {
    const read = (): Partial<Choice> | undefined => {
      const text = document.cookie.split('; ').find((pair) => pair.startsWith(name + '='))
      return text && JSON.parse(text.slice(name.length + 1))
    }
    const customerPrivacy = {
      shouldShowBanner: () => !read(),
      marketingAllowed: () => !!read()?.marketing,
      preferencesProcessingAllowed: () => !!read()?.preferences,
      analyticsProcessingAllowed: () => false,
      saleOfDataAllowed: () => false,
    }
    let shopify: Record<string, unknown> = {}
    const loadFeatures = (_: unknown, done: () => void) =>
      void setTimeout(() => {
        shopify['customerPrivacy'] = customerPrivacy
        done()
      })
    Object.defineProperty(window, 'Shopify', {
      get: () => shopify,
      set: (theirs: object) => {
        shopify = { ...theirs, loadFeatures }
      },
    })
    Reflect.set(window, 'answerBanner', () =>
      document.dispatchEvent(new CustomEvent('visitorConsentCollected', { detail: read() })),
    )
  }, COOKIE)
  return answerWith(page)
}

/** Cookiebot on every page of this tab. */
export const openCookiebotBanner = async (page: Page): Promise<Banner> => {
  await page.addInitScript((name) => {
    const cookiebot = {
      hasResponse: false,
      consent: { necessary: true, preferences: false, statistics: false, marketing: false },
    }
    const read = (): void => {
      const text = document.cookie.split('; ').find((pair) => pair.startsWith(name + '='))
      if (!text) return
      const choice: Choice = JSON.parse(text.slice(name.length + 1))
      Object.assign(cookiebot.consent, choice)
      cookiebot.hasResponse = true
      window.dispatchEvent(new Event('CookiebotOnConsentReady'))
      const isAny = choice.marketing || choice.preferences
      window.dispatchEvent(new Event(isAny ? 'CookiebotOnAccept' : 'CookiebotOnDecline'))
    }
    Reflect.set(window, 'answerBanner', read)
    // its script is asynchronous: it may come after everything else
    window.addEventListener('load', () => {
      Reflect.set(window, 'Cookiebot', cookiebot)
      read()
    })
  }, COOKIE)
  return answerWith(page)
}

import { inlineScript } from './inline-script.js'
import type { Tab } from './tab.js'

/** What the shopper answers a banner. */
export interface Choice {
  readonly marketing: boolean
  readonly preferences: boolean
}

// A banner keeps the answer in a cookie of its own, as the real ones do.
const COOKIE = 'their_banner'

const shopify = (name: string): void => {
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
  // it comes when it is asked for, in a later task
  const loadFeatures = (_: unknown, done: () => void): void => {
    setTimeout(() => {
      Object.assign(Reflect.get(window, 'Shopify'), { customerPrivacy })
      done()
    })
  }
  Object.assign(Reflect.get(window, 'Shopify'), { loadFeatures })
  Reflect.set(window, 'answerBanner', () =>
    document.dispatchEvent(new CustomEvent('visitorConsentCollected', { detail: read() })),
  )
}

const cookiebot = (name: string): void => {
  const api = {
    hasResponse: false,
    consent: { necessary: true, preferences: false, statistics: false, marketing: false },
  }
  const read = (): void => {
    const text = document.cookie.split('; ').find((pair) => pair.startsWith(name + '='))
    if (!text) return
    const choice: Choice = JSON.parse(text.slice(name.length + 1))
    Object.assign(api.consent, choice)
    api.hasResponse = true
    window.dispatchEvent(new Event('CookiebotOnConsentReady'))
    const isAny = choice.marketing || choice.preferences
    window.dispatchEvent(new Event(isAny ? 'CookiebotOnAccept' : 'CookiebotOnDecline'))
  }
  Reflect.set(window, 'answerBanner', read)
  // its script is asynchronous: it may come after everything else
  window.addEventListener('load', () => {
    Reflect.set(window, 'Cookiebot', api)
    read()
  })
}

/** Banners for the head of every page: Shopify's Customer Privacy API, and Cookiebot. */
export const BANNERS: Readonly<Record<'shopify' | 'cookiebot', string>> = {
  shopify: inlineScript(`(${shopify.toString()})('${COOKIE}')`),
  cookiebot: inlineScript(`(${cookiebot.toString()})('${COOKIE}')`),
}

/** The shopper has answered, without a word to the page on show. */
export const rememberAnswer = (tab: Tab, choice: Choice): Promise<void> =>
  tab.eval(
    ([name, given]) => {
      document.cookie = `${name}=${JSON.stringify(given)}; path=/`
    },
    [COOKIE, choice] as const,
  )

/** The shopper answers the banner, now or anew; it remembers that on every page that follows. */
export const answerBanner = async (tab: Tab, choice: Choice): Promise<void> => {
  await rememberAnswer(tab, choice)
  await tab.run('answerBanner()')
}

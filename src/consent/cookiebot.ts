import type { ConsentSource } from '../types.js'
import { createSource } from './create-source.js'
import { lookUp } from './look-up.js'
import { watchEvents } from './watch-events.js'

export type CookiebotCategory = 'preferences' | 'statistics' | 'marketing'

export interface CookiebotOptions {
  /** @default ['marketing'] */
  readonly attribution?: readonly CookiebotCategory[] | undefined
  /** Such as `['preferences']`. Left out, the discount is functional. */
  readonly discount?: readonly CookiebotCategory[] | undefined
  /** @default the page's window */
  readonly view?: (() => Window) | undefined
}

/** Cookiebot. Its categories are off until the shopper answers: off is a refusal only once there is a response. */
export const cookiebot = (options: CookiebotOptions = {}): ConsentSource => {
  const { attribution = ['marketing'], discount, view = () => window } = options
  return createSource({
    attribution,
    discount,
    ask: (category) => {
      const api = lookUp(view(), 'Cookiebot')
      const answer = lookUp(api, 'consent', category)
      return answer === false && lookUp(api, 'hasResponse') !== true ? undefined : answer
    },
    watch: (changed, signal) => {
      const page = view()
      const events = ['CookiebotOnConsentReady', 'CookiebotOnAccept', 'CookiebotOnDecline']
      watchEvents({ view: page, target: page, events, changed, signal })
    },
  })
}

import type { ConsentSource } from '../types.js'
import { createSource } from './create-source.js'
import { call, lookUp } from './look-up.js'
import { watchEvents } from './watch-events.js'

export interface WpConsentApiOptions {
  /** Categories of the plugin. @default ['marketing'] */
  readonly attribution?: readonly string[] | undefined
  /** Such as `['preferences']`. Left out, the discount is functional. */
  readonly discount?: readonly string[] | undefined
  /** @default the page's window */
  readonly view?: (() => Window) | undefined
}

/**
 * The WP Consent API, which WordPress cookie banners speak. It says yes where no law asks and no where nobody has answered
 * yet: the plugin's own cookie tells a refusal from silence.
 */
export const wpConsentApi = (options: WpConsentApiOptions = {}): ConsentSource => {
  const { attribution = ['marketing'], discount, view = () => window } = options
  return createSource({
    attribution,
    discount,
    ask: (category) => {
      const page = view()
      const isTypeOpen =
        lookUp(page, 'waitfor_consent_hook') && lookUp(page, 'wp_consent_type') === undefined
      const answer = isTypeOpen ? undefined : call(page, 'wp_has_consent', category)
      if (answer !== false) return answer
      const prefix = lookUp(page, 'consent_api', 'cookie_prefix')
      const refusal = `${typeof prefix === 'string' ? prefix : 'wp_consent'}_${category}=deny`
      return page.document.cookie.split('; ').includes(refusal) ? false : undefined
    },
    watch: (changed, signal) => {
      const page = view()
      const { document } = page
      const events = ['wp_listen_for_consent_change', 'wp_consent_type_defined']
      watchEvents({ view: page, target: document, events, changed, signal })
    },
  })
}

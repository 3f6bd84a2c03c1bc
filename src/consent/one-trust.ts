import type { ConsentSource } from '../types.js'
import { createSource } from './create-source.js'
import { lookUp } from './look-up.js'
import { watchEvents } from './watch-events.js'

export interface OneTrustOptions {
  /** Ids of groups, as the merchant's OneTrust account names them. @default ['C0004'], targeting */
  readonly attribution?: readonly string[] | undefined
  /** Such as `['C0003']`, functional. Left out, the discount is functional. */
  readonly discount?: readonly string[] | undefined
  /** @default the page's window */
  readonly view?: (() => Window) | undefined
}

/** OneTrust writes this cookie when the banner is answered or closed. */
const ANSWERED = /(?:^|; )OptanonAlertBoxClosed=./

/**
 * OneTrust. `OnetrustActiveGroups` holds what is active by default before anybody answers: a missing group is a refusal only
 * once the banner was closed. `OptanonWrapper` belongs to the page and is left alone; the window's events say the same.
 */
export const oneTrust = (options: OneTrustOptions = {}): ConsentSource => {
  const { attribution = ['C0004'], discount, view = () => window } = options
  return createSource({
    attribution,
    discount,
    ask: (group) => {
      const page = view()
      const active = lookUp(page, 'OnetrustActiveGroups')
      if (typeof active !== 'string' || !/^,([^\s,<>]+,)*$/.test(active)) return undefined
      if (active.includes(`,${group},`)) return true
      return ANSWERED.test(page.document.cookie) ? false : undefined
    },
    watch: (changed, signal) => {
      const page = view()
      const events = ['OneTrustGroupsUpdated', 'OTConsentApplied']
      watchEvents({ view: page, target: page, events, changed, signal })
    },
  })
}

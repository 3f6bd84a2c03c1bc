import type { ConsentSource } from '../types.js'
import { createSource } from './create-source.js'
import { listenLate } from './listen-late.js'
import { lookUp } from './look-up.js'

export interface TcfOptions {
  /**
   * Numbers of TCF purposes, by consent. An affiliate is remembered on the device (1) so that a sale can be credited to the
   * link that led to it (7, measuring advertising performance). @default [1, 7]
   */
  readonly attribution?: readonly number[] | undefined
  /** Such as `[1]`. Left out, the discount is functional. */
  readonly discount?: readonly number[] | undefined
  /** @default the page's window */
  readonly view?: (() => Window) | undefined
}

/**
 * IAB Europe's Transparency and Consent Framework 2.3. Where GDPR does not apply nobody is asked: that is a yes. While the
 * banner is open, first or again, there is no answer; legitimate interest is no consent.
 */
export const tcf = (options: TcfOptions = {}): ConsentSource => {
  const { attribution = [1, 7], discount, view = () => window } = options
  let data: unknown

  return createSource({
    attribution,
    discount,
    ask: (purpose) => {
      const applies = lookUp(data, 'gdprApplies')
      const status = lookUp(data, 'eventStatus')
      if (applies === false) return true
      if (applies !== true || (status !== 'tcloaded' && status !== 'useractioncomplete'))
        return undefined
      const consents = lookUp(data, 'purpose', 'consents')
      if (typeof consents !== 'object' || !consents) return undefined
      const answer = lookUp(consents, String(purpose))
      // a purpose that is not named was not agreed to
      return answer === undefined ? false : answer
    },
    watch: (changed, signal) =>
      listenLate({
        view: view(),
        api: '__tcfapi',
        add: (heard) => ['addEventListener', 2, heard],
        remove: (id) => ['removeEventListener', 2, () => undefined, id],
        heard: (told) => {
          data = told
          changed()
        },
        signal,
      }),
  })
}

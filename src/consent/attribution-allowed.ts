import type { ConsentSource, Platform } from '../types.js'

export interface AttributionOptions {
  readonly consent: 'granted' | 'required' | ConsentSource | undefined
  readonly platform: Platform
  readonly navigator: () => Navigator | undefined
}

/** May the affiliate be remembered? Undefined while nobody has answered; never under Global Privacy Control. */
export const attributionAllowed =
  ({ consent, navigator, platform }: AttributionOptions): (() => boolean | undefined) =>
  () => {
    try {
      const browser = navigator()
      if (browser && 'globalPrivacyControl' in browser && browser.globalPrivacyControl) return false
      const source = typeof consent === 'object' ? consent : platform.consent?.()
      if (!source) return consent === 'required' ? undefined : true
      const answer = source.attribution()
      return typeof answer === 'boolean' ? answer : undefined
    } catch {
      return undefined
    }
  }

import type { ConsentSource, Platform, Purpose } from '../types.js'

export interface MayKeepOptions {
  readonly consent: 'granted' | 'required' | ConsentSource | undefined
  readonly platform: Pick<Platform, 'consent'>
  readonly navigator: () => Navigator | undefined
}

/** May this be remembered? Undefined while nobody has answered. */
export type MayKeep = (purpose: Purpose) => boolean | undefined

const attempt = <Result>(action: () => Result): Result | undefined => {
  try {
    return action()
  } catch {
    return undefined
  }
}

/**
 * One rule for both purposes. The discount is functional: it is asked for only where the page's source has an answer about
 * it. The affiliate follows the source, the option where there is none, and is never remembered under Global Privacy Control.
 */
export const mayKeep = ({ consent, navigator, platform }: MayKeepOptions): MayKeep => {
  const findSource = (): ConsentSource | undefined =>
    typeof consent === 'object' ? consent : platform.consent?.()
  const asks: Readonly<Record<Purpose, () => unknown>> = {
    discount: () => {
      const source = attempt(findSource)
      return source?.discount ? source.discount() : true
    },
    attribution: () => {
      const browser = navigator()
      if (browser && 'globalPrivacyControl' in browser && browser.globalPrivacyControl) return false
      const source = findSource()
      if (source) return source.attribution()
      return consent === 'required' ? undefined : true
    },
  }
  return (purpose) => {
    const answer = attempt(asks[purpose])
    return typeof answer === 'boolean' ? answer : undefined
  }
}

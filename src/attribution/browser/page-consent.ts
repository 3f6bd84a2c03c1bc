/** The page's own answer to "may the affiliate be known?"; the sources of `discount-keeper/consent` are such. */
export interface PageConsent {
  /** Undefined while nobody has answered. */
  readonly attribution: () => boolean | undefined
  /** Calls back when there may be another answer, until the signal aborts. */
  readonly watch?: ((changed: () => void, signal: AbortSignal) => void) | undefined
}

/** `granted` where the page may tell without asking, by the merchant's own responsibility. */
export type ConsentAnswerer = 'granted' | PageConsent

const isRefusedByBrowser = (navigator: object): boolean =>
  'globalPrivacyControl' in navigator && !!navigator.globalPrivacyControl

const answerOf = (consent: ConsentAnswerer): boolean | undefined => {
  if (consent === 'granted') return true
  try {
    const answer = consent.attribution()
    return typeof answer === 'boolean' ? answer : undefined
  } catch {
    return undefined
  }
}

/**
 * Whether the shopper allows attribution, as soon as they have answered; undefined where nobody can tell of an answer, and
 * after an abort. Global Privacy Control is a refusal. Never rejects.
 */
export const whenAnswered = (
  consent: ConsentAnswerer,
  { navigator, signal }: { readonly navigator: object; readonly signal?: AbortSignal | undefined },
): Promise<boolean | undefined> =>
  new Promise((resolve) => {
    const watching = new AbortController()
    const settle = (answer?: boolean): void => {
      watching.abort()
      resolve(answer)
    }
    const look = (): void => {
      const answer = isRefusedByBrowser(navigator) ? false : answerOf(consent)
      if (answer !== undefined) settle(answer)
    }
    if (signal?.aborted) return settle()
    look()
    if (watching.signal.aborted) return
    if (consent === 'granted' || !consent.watch) return settle()
    signal?.addEventListener('abort', () => settle(), { signal: watching.signal })
    try {
      consent.watch(look, watching.signal)
    } catch {
      settle()
    }
  })

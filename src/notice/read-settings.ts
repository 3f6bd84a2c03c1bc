import { DEFAULT_TEXTS, type NoticeText, type NoticeTexts } from './texts.js'

const NAMES = [...Object.keys(DEFAULT_TEXTS), 'days', 'hours', 'minutes', 'UNKNOWN']

/** `text-applied` for `applied`, `text-discount-not-found` for `DISCOUNT_NOT_FOUND`. */
const toAttribute = (name: string): string => 'text-' + name.toLowerCase().replace(/_/g, '-')

/** The attributes that change what a notice says. */
export const ATTRIBUTES: readonly string[] = [
  'countdown',
  'lang',
  'states',
  'texts',
  ...NAMES.map(toAttribute),
]

export interface NoticeSettings {
  readonly texts: NoticeTexts
  readonly language: string | undefined
  /** Milliseconds before an end. */
  readonly countdown: number
  readonly speaksOf: (state: string) => boolean
}

/** Text that is no JSON object is a merchant's slip: the other texts still count. */
const readJson = (json: string | null): object => {
  try {
    const value: unknown = JSON.parse(json ?? '')
    return typeof value === 'object' && value ? value : {}
  } catch {
    return {}
  }
}

const readLanguage = (element: Element): string | undefined => {
  const near = element.closest('[lang]') ?? document.documentElement
  try {
    return Intl.getCanonicalLocales(near.getAttribute('lang') ?? [])[0]
  } catch {
    // `en_US` and the like: the browser's own language
    return undefined
  }
}

const isCalm = (): boolean => window.matchMedia?.('(prefers-reduced-motion: reduce)').matches

/** What the attributes say; a text given to the property goes before its attribute, and that before the JSON in `texts`. */
export const readSettings = (element: Element, given: NoticeTexts): NoticeSettings => {
  const attributes: Record<string, NoticeText> = {}
  for (const name of NAMES) {
    const text = element.getAttribute(toAttribute(name))
    if (text !== null) attributes[name] = text
  }
  const minutes = Number(element.getAttribute('countdown') ?? 60)
  const states = element.getAttribute('states')?.split(/\s+/)
  return {
    texts: {
      ...DEFAULT_TEXTS,
      ...readJson(element.getAttribute('texts')),
      ...attributes,
      ...given,
    },
    language: readLanguage(element),
    countdown: isCalm() ? 0 : minutes * 60_000 || 0,
    speaksOf: (state) => !states || states.includes(state),
  }
}

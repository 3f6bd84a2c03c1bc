import { toList } from './check-options.js'
import type { StackingRule } from './grant/stacking.js'
import { stackingRules } from './grant/stacking.js'
import type { TermsOption } from './grant/terms.js'
import type { LandingParams } from './landing/read-landing.js'
import type { Layer } from './layers/layer.js'
import { DAY, DISCOUNT_PARAM, HOUR, LAYERS, REF_PARAMS } from './names.js'
import type { ConsentSource, Grant, LazyPlatform, Platform } from './types.js'

/** Lists may be given as one comma-separated string, as `data-*` attributes do. */
export type List = string | readonly string[]

export interface DiscountKeeperOptions {
  /** The shop system. Default: no cart API; codes travel by URL and form. */
  readonly platform?: Platform | LazyPlatform | undefined
  readonly params?:
    | {
        /** @default 'discount' */
        readonly discount?: List | undefined
        /** @default 'ref,via,cc_ref' */
        readonly ref?: List | undefined
        /** Printable ASCII characters that codes and refs may hold besides letters, digits, `.`, `_` and `-`. */
        readonly allow?: string | undefined
      }
    | undefined
  /** How many days a grant is kept. @default 30 */
  readonly ttlDays?: number | undefined
  /** Whether the days count from the grant or from the last visit. @default 'fixed' */
  readonly ttl?: 'fixed' | 'sliding' | undefined
  /** Which grants stand when a new one meets those held. @default 'last' */
  readonly stacking?: 'last' | 'first' | 'best' | 'combine' | StackingRule | undefined
  /** Names of built-in layers to use, or layers of your own. @default 'cart-attributes,local-storage,cookie' */
  readonly layers?: string | readonly (string | Layer)[] | undefined
  /** Consent for remembering the affiliate where the page has no consent source, or a source. @default 'granted' */
  readonly consent?: 'granted' | 'required' | ConsentSource | undefined
  readonly checkout?:
    | {
        /** Further origins, such as `https://checkout.example.com`, whose checkout gets the code. */
        readonly origins?: List | undefined
        /** Further paths that lead to checkout, matched at a path segment. */
        readonly paths?: List | undefined
      }
    | undefined
  readonly expiry?:
    | {
        /** Hours before the end at which `expiring` is told. @default 24 */
        readonly noticeBefore?: number | string | readonly number[] | undefined
        /** The code to grant when one expires or is finally rejected. */
        readonly alternative?: string | ((grant: Grant) => string | undefined) | undefined
      }
    | undefined
  /** What is known of codes, by code or by a function: when they start and end, what they take off. */
  readonly terms?: TermsOption | undefined
  /** Take our parameters out of the address bar once they are kept. @default false */
  readonly cleanUrl?: boolean | undefined
  /** Name every event on the console. @default false */
  readonly debug?: boolean | undefined
}

/** The options with their defaults, times in milliseconds. */
export interface Settings {
  readonly params: LandingParams
  readonly allow: string | undefined
  readonly ttl: number
  readonly sliding: boolean
  readonly rule: StackingRule
  /** Names of built-in layers, or layers. */
  readonly layers: readonly unknown[]
  readonly consent: 'granted' | 'required' | ConsentSource
  readonly origins: readonly string[]
  readonly paths: readonly string[]
  readonly noticeBefore: readonly number[]
  readonly alternative: (grant: Grant) => string | undefined
  readonly platform: Platform
  readonly terms: TermsOption | undefined
  readonly cleanUrl: boolean
  readonly debug: boolean
}

const toNames = (value: List): readonly string[] => toList(value).map(String)
/** `data-*` attributes hold text. */
export const isOn = (value: unknown): boolean => String(value) === 'true'

/** The names of the parameters that codes and refs are read from. */
export const landingParams = ({ params }: DiscountKeeperOptions): LandingParams => ({
  discount: toNames(params?.discount ?? DISCOUNT_PARAM),
  ref: toNames(params?.ref ?? REF_PARAMS),
})

/** Options that were checked, with the defaults for what is left out. */
// oxlint-disable-next-line complexity -- a default is no branch
export const readOptions = (options: DiscountKeeperOptions, platform: Platform): Settings => {
  const { layers = LAYERS, consent = 'granted', stacking = 'last' } = options
  const { origins = [], paths = [] } = options.checkout ?? {}
  const { alternative, noticeBefore = 24 } = options.expiry ?? {}
  return {
    platform,
    consent,
    allow: options.params?.allow,
    params: landingParams(options),
    ttl: (options.ttlDays ?? 30) * DAY,
    sliding: options.ttl === 'sliding',
    rule: typeof stacking === 'function' ? stacking : stackingRules[stacking],
    layers: toList(layers),
    origins: toNames(origins),
    paths: toNames(paths),
    noticeBefore: toList(noticeBefore).map((hours) => Number(hours) * HOUR),
    alternative: typeof alternative === 'function' ? alternative : () => alternative,
    terms: options.terms,
    cleanUrl: isOn(options.cleanUrl),
    debug: isOn(options.debug),
  }
}

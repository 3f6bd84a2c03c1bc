import { toList } from './check-options.js'
import type { StackingRule } from './grant/stacking.js'
import type { TermsOption } from './grant/terms.js'
import type { LandingParams } from './landing/read-landing.js'
import type { Layer } from './layers/layer.js'
import { DISCOUNT_PARAM, REF_PARAMS, TOKEN_PARAM } from './names.js'
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
        /** Where links may bring a signed token; read with `safeCodes` only. @default 'cc_token' */
        readonly token?: List | undefined
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
  /**
   * Links name an offer that the shop's server knows, and no working code: `?discount=WORD`, `?ref=NAME` alone or a signed
   * token. For each checkout the endpoint is asked, once, for a code of its own, and only that one is ever applied.
   */
  readonly safeCodes?:
    | {
        /** Answers `POST` as `createMintHandler` of `discount-keeper/server` does; of this origin, or one that allows it. */
        readonly endpoint: string
        /** When the code is made: as the shopper leaves for checkout, or with the first item, so that the cart shows it. @default 'checkout' */
        readonly when?: 'checkout' | 'cart' | undefined
        /** Milliseconds that a way to checkout waits for the code at most; then the shopper goes. @default 1500 */
        readonly patience?: number | undefined
        /** What is tried where the endpoint fails: nothing, or the word of the link as a code. @default 'none' */
        readonly fallback?: 'none' | 'base' | undefined
      }
    | undefined
  /** Keeps the cookie for its full time where browsers shorten those that scripts write: asked at most once a day. */
  readonly refresher?:
    | {
        /** Answers `POST` as `createRefresher` of `discount-keeper/server` does; of this origin. */
        readonly endpoint: string
      }
    | undefined
  /** Take our parameters out of the address bar once they are kept. @default false */
  readonly cleanUrl?: boolean | undefined
  /** Name every event on the console. @default false */
  readonly debug?: boolean | undefined
}

/** Lists may be given as text. */
export const toNames = (value: List): readonly string[] => toList(value).map(String)
/** `data-*` attributes hold text. */
export const isOn = (value: unknown): boolean => String(value) === 'true'

/** The names of the parameters that codes and refs are read from. */
export const landingParams = ({ params }: DiscountKeeperOptions): LandingParams => ({
  discount: toNames(params?.discount ?? DISCOUNT_PARAM),
  ref: toNames(params?.ref ?? REF_PARAMS),
  token: toNames(params?.token ?? TOKEN_PARAM),
})

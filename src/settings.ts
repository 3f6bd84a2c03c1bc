import { toList } from './check-options.js'
import type { StackingRule } from './grant/stacking.js'
import { stackingRules } from './grant/stacking.js'
import type { TermsOption } from './grant/terms.js'
import type { LandingParams } from './landing/read-landing.js'
import { DAY, HOUR, LAYERS } from './names.js'
import type { DiscountKeeperOptions } from './options.js'
import { isOn, landingParams, toNames } from './options.js'
import type { ConsentSource, Grant, Platform } from './types.js'

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

import { toList } from './check-options.js'
import type { StackingRule } from './grant/stacking.js'
import { stackingRules } from './grant/stacking.js'
import type { TermsOption } from './grant/terms.js'
import type { LandingParams } from './landing/read-landing.js'
import { DAY, HOUR, LAYERS } from './names.js'
import type { DiscountKeeperOptions } from './options.js'
import { isOn, landingParams, toNames } from './options.js'
import type { ConsentSource, Grant, Platform } from './types.js'

/** Milliseconds that a way to checkout waits for a code at most. */
const PATIENCE = 1500

/** How codes are made for each checkout. */
export interface SafeCodes {
  readonly endpoint: string
  readonly when: 'checkout' | 'cart'
  /** Milliseconds. */
  readonly patience: number
  readonly fallback: 'none' | 'base'
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
  readonly safeCodes: SafeCodes | undefined
  readonly refresher: { readonly endpoint: string } | undefined
  readonly cleanUrl: boolean
  readonly debug: boolean
}

const readSafeCodes = ({
  endpoint,
  fallback = 'none',
  patience = PATIENCE,
  when = 'checkout',
}: NonNullable<DiscountKeeperOptions['safeCodes']>): SafeCodes => {
  return { endpoint, fallback, patience, when }
}

/** Options that were checked, with the defaults for what is left out. */
// oxlint-disable-next-line complexity -- a default is no branch
export const readOptions = (options: DiscountKeeperOptions, platform: Platform): Settings => {
  const { layers = LAYERS, consent = 'granted', stacking = 'last' } = options
  const { refresher, safeCodes } = options
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
    safeCodes: safeCodes && readSafeCodes(safeCodes),
    refresher,
    cleanUrl: isOn(options.cleanUrl),
    debug: isOn(options.debug),
  }
}

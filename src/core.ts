import type { Affiliate } from './affiliate.js'
import { createAffiliate } from './affiliate.js'
import { createCartSync } from './cart/cart-sync.js'
import { createExclusive } from './cart/exclusive.js'
import type { Pace } from './cart/pace.js'
import { createPace } from './cart/pace.js'
import { desiredCodes } from './cart/plan.js'
import { createSeen } from './cart/seen.js'
import type { SeenStore } from './cart/seen.js'
import type { CheckoutDoor } from './checkout-door.js'
import { createCheckoutDoor } from './checkout-door.js'
import { checkoutUrl } from './checkout/checkout-url.js'
import { attributionAllowed } from './consent/attribution-allowed.js'
import type { DiscountKeeperError } from './errors.js'
import type { Events } from './events.js'
import { createEvents } from './events.js'
import type { Guard } from './guard.js'
import { createGuard } from './guard.js'
import type { Holdings } from './holdings.js'
import { createHoldings } from './holdings.js'
import type { Gate } from './landing/gate.js'
import { createGate } from './landing/gate.js'
import { cartAttributesLayer } from './layers/cart-attributes.js'
import { cookieJar } from './layers/cookie.js'
import type { Layer } from './layers/layer.js'
import { createLayers } from './layers/table.js'
import { DISCOUNT_KEY, REF_KEY } from './names.js'
import type { Settings } from './options.js'
import type { View } from './page.js'
import type { Cart } from './types.js'

export interface CoreOptions {
  readonly settings: Settings
  /** Undefined where there is no page, as on a server. */
  readonly view: () => View | undefined
  readonly now: () => number
}

/** The parts of a keeper, put together; nothing is read or sent yet. */
export interface Core extends Events {
  readonly gate: Gate
  readonly layers: readonly Layer[]
  readonly holdings: Holdings
  readonly affiliate: Affiliate
  readonly pace: Pace
  readonly door: CheckoutDoor
  /** Nothing may be written here: there is no page, or it is a theme editor's. */
  readonly isInert: () => boolean
  readonly syncLayers: () => void
  readonly seen: SeenStore
  readonly cart: () => Cart | undefined
  readonly base: () => string
  readonly report: (error: DiscountKeeperError) => void
  readonly guard: Guard
}

export const createCore = ({ now, settings, view }: CoreOptions): Core => {
  const { consent, origins, paths, platform, sliding, ttl } = settings
  const { emit, on } = createEvents(() => view()?.document, settings.debug)
  const report = (error: DiscountKeeperError): void => emit('error', { error })
  const guard = createGuard(report)
  const gate = createGate(settings.allow)
  const attributes = cartAttributesLayer()
  const layers = createLayers(settings.layers, attributes)
  const seen = createSeen(cookieJar)
  const ledger = { layers, gate, now, ttl, sliding, report }
  let last: Cart | undefined
  const cart = (): Cart | undefined => last
  const base = (): string => view()?.document.baseURI ?? 'https://localhost'

  const isInert = (): boolean => !view() || !!guard(() => platform.inert?.())()
  const holdings = createHoldings({
    settings,
    emit,
    guard,
    cart,
    ledger: { ...ledger, key: DISCOUNT_KEY, allowed: () => (isInert() ? undefined : true) },
    wake: () => pace.wake('items'),
  })
  const mayAttribute = attributionAllowed({ consent, platform, navigator: () => view()?.navigator })
  const allowed = (): boolean | undefined => (isInert() ? undefined : mayAttribute())
  const affiliate = createAffiliate({ ...ledger, key: REF_KEY, allowed }, emit)
  const syncLayers = (): void => {
    holdings.sync()
    affiliate.sync()
  }
  const exclusive = createExclusive(() => view()?.navigator.locks)
  const sync = createCartSync({
    platform,
    attributes,
    syncLayers,
    seen,
    now,
    report,
    rule: settings.rule,
    pause: () => pace.pause(),
    isOpen: () => allowed() === undefined,
    discounts: holdings,
    answered: (answer) => {
      last = answer
    },
  })
  const pace = createPace((signal) => exclusive(() => sync(signal)))
  const door = createCheckoutDoor({
    attributes: attributes.wanted,
    inDoubt: pace.inDoubt,
    leaving: () => seen.due('leaving'),
    codes: () => {
      syncLayers()
      return desiredCodes(holdings.all())
    },
    known: () => {
      const known = seen.read()
      return known.cart === platform.cartId?.() ? known : {}
    },
    carry: (url, codes) =>
      checkoutUrl(url, {
        base: base(),
        places: { origins, paths, pattern: platform.checkoutPath },
        get codes() {
          return codes()
        },
      }),
  })
  return {
    affiliate,
    base,
    cart,
    door,
    emit,
    gate,
    guard,
    holdings,
    isInert,
    layers,
    on,
    pace,
    report,
    seen,
    syncLayers,
  }
}

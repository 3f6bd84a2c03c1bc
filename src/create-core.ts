import { createAffiliate } from './affiliate.js'
import { createCartSync } from './cart/cart-sync.js'
import { createExclusive } from './cart/exclusive.js'
import { createPace } from './cart/pace.js'
import { desiredCodes } from './cart/plan.js'
import { createSeen } from './cart/seen.js'
import { createCheckoutDoor } from './checkout-door.js'
import { createCarry } from './create-carry.js'
import { createLeave } from './create-leave.js'
import type { DiscountKeeperError } from './errors.js'
import type { Events } from './events.js'
import { readTerms } from './grant/terms.js'
import { createGuard } from './guard.js'
import { createHoldings } from './holdings.js'
import { createGate } from './landing/gate.js'
import { cartAttributesLayer } from './layers/cart-attributes.js'
import { cookieJar } from './layers/cookie.js'
import { refreshedCookie } from './layers/refreshed-cookie.js'
import { createLayers } from './layers/table.js'
import { DISCOUNT_KEY, REF_KEY } from './names.js'
import { lapsed } from './safe-code/lapsed.js'
import { createRedraw } from './redraw.js'
import type { Settings } from './settings.js'
import { createOutlook } from './outlook.js'
import type { View } from './page.js'
import type { Cart } from './types.js'
import type { Core } from './core.js'

export interface CoreOptions {
  readonly settings: Settings
  /** Undefined where there is no page, as on a server. */
  readonly view: () => View | undefined
  readonly now: () => number
  readonly emit: Events['emit']
  readonly on: Events['on']
  /** The cart was looked after. */
  readonly acted: () => void
}

/** Puts the parts together; nothing is read or sent yet. */
export const createCore = ({ acted, emit, now, on, settings, view }: CoreOptions): Core => {
  const { platform, sliding, ttl } = settings
  const report = (error: DiscountKeeperError): void => emit('error', { error })
  const guard = createGuard(report)
  const gate = createGate(settings.allow)
  const attributes = cartAttributesLayer()
  const cookie = settings.refresher && refreshedCookie(now)
  const layers = createLayers(settings.layers, attributes, cookie)
  const ledger = { layers, gate, now, ttl, sliding, report }
  let last: Cart | undefined

  const terms = readTerms(settings.terms, report)
  const { allowed, isInert, may } = createLeave({ settings, view, guard })
  const seen = createSeen(cookieJar, may)
  const holdings = createHoldings({
    settings,
    emit,
    guard,
    cart: () => last,
    ledger: { ...ledger, key: DISCOUNT_KEY, allowed: () => allowed('discount') },
    terms,
    alone: (task) => exclusive(task),
    replaced: (grant, code) => outlook.replaced(grant, code),
    wake: () => void pace.run(),
  })
  const outlook = createOutlook({ settings, terms, now, on, seen, guard, holdings: () => holdings })
  const affiliate = createAffiliate(
    { ...ledger, key: REF_KEY, allowed: () => allowed('attribution') },
    emit,
  )
  const cartId = (): string => guard(() => platform.cartId?.())() ?? ''
  const syncLayers = (): void => {
    holdings.sync(settings.safeCodes && lapsed(cartId(), now()))
    affiliate.sync()
    seen.tidy()
  }
  const exclusive = createExclusive(view)
  const redraw = createRedraw(platform)
  const sync = createCartSync({
    platform: { ...platform, refresh: redraw.refresh },
    attributes,
    syncLayers,
    seen,
    now,
    report,
    rule: settings.rule,
    pause: async () => (await pace.pause()) && allowed('discount') === true,
    isOpen: () => allowed('attribution') === undefined,
    isBlind: () => !view()?.navigation,
    discounts: { ...holdings, all: holdings.begun },
    answered: (answer) => {
      last = answer
    },
    concluded: outlook.retell,
  })
  const pace = createPace(async (signal) => {
    // until somebody answers for the discount it is in memory and in URLs only
    await exclusive(async () => (allowed('discount') === undefined ? undefined : sync(signal)))
    acted()
  })
  const door = createCheckoutDoor({
    attributes: attributes.wanted,
    inDoubt: pace.inDoubt,
    seen,
    cartId: () => platform.cartId?.(),
    codes: () => {
      syncLayers()
      return desiredCodes(holdings.begun())
    },
    carry: createCarry(settings, view),
  })
  return {
    affiliate,
    allowed,
    alone: exclusive,
    cart: () => last,
    cartId,
    redraw,
    door,
    gate,
    guard,
    holdings,
    isInert,
    layers,
    now,
    outlook,
    pace,
    report,
    seen,
    syncLayers,
  }
}

import { createCore } from './create-core.js'
import type { DiscountKeeper } from './discount-keeper.js'
import { DiscountKeeperError } from './errors.js'
import { logEvents } from './event-log.js'
import type { Events } from './events.js'
import { createExtras } from './extras.js'
import { consumed, removed } from './grant/endings.js'
import { find } from './grant/entry.js'
import { createGuard } from './guard.js'
import { toGrant } from './holdings.js'
import { inspect } from './inspect.js'
import type { Journey } from './journey.js'
import { createJourney } from './journey.js'
import { link } from './landing/link.js'
import { toLanding } from './to-landing.js'
import { DISCOUNT_KEY, REF_KEY, VERSION } from './names.js'
import type { DiscountKeeperOptions } from './options.js'
import { readOptions } from './settings.js'
import type { View } from './page.js'
import { baseOf, isInspected } from './page.js'
import type { Platform } from './types.js'

export interface KeepingOptions {
  /** As given to `createDiscountKeeper`, and checked there. */
  readonly options: DiscountKeeperOptions
  readonly platform: Platform
  /** Undefined where there is no page, as on a server. */
  readonly view: () => View | undefined
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly emit: Events['emit']
  readonly on: Events['on']
}

/** The part of a keeper that keeps; its members are the keeper's. */
export interface Keeping
  extends Omit<DiscountKeeper, 'start' | 'stop' | 'on'>, Omit<Journey, 'load'> {}

export type CreateKeeping = (options: KeepingOptions) => Keeping

/** Everything there is to do once there is something to keep; it is not on a page that has nothing to keep. */
export const createKeeping: CreateKeeping = ({ emit, now, on, options, platform, view }) => {
  const settings = readOptions(options, platform)
  const events = settings.debug ? logEvents({ on, now }) : undefined
  const core = createCore({ settings, view, now, emit, on, acted: () => extras.look() })
  const { affiliate, cart, door, gate, guard, holdings, layers, report, seen } = core
  const { load, ...journey } = createJourney({ acted: () => refresh(), core, settings, view })
  const { act } = journey
  const { refresh, ...extras } = createExtras({ core, settings, view, act })

  const linkTo = (url: string): string => {
    return link(url, toLanding(holdings.live(), affiliate.ref()?.ref), {
      params: settings.params,
      base: baseOf(view()),
    })
  }

  // whoever hears of an error may look again
  const unheard = createGuard(() => undefined)

  let isShown = false
  const show = guard(async (page: View): Promise<void> => {
    if (isShown || !settings.debug || !isInspected(page)) return
    isShown = true
    const { showInspector } = await import('./inspector/show-inspector.js')
    showInspector({ inspect: keeping.inspect, on }, page.document)
  })

  const keeping: Keeping = {
    ...journey,
    begin: (signal) => {
      journey.begin(signal)
      extras.begin(signal)
      const page = view()
      if (page) void show(page)
    },
    get grants() {
      load()
      return holdings.live().map(toGrant)
    },
    get ref() {
      load()
      return affiliate.ref()
    },
    get notices() {
      load()
      return core.outlook.read()
    },
    price: (amount) => {
      load()
      return guard(core.outlook.price)(amount)
    },
    apply: async (code) => {
      load()
      const admitted = gate(typeof code === 'string' ? code.trim() : code)
      if (!admitted) {
        report(new DiscountKeeperError('INPUT', 'A code was dropped'))
        return { status: 'rejected', reason: 'UNKNOWN' }
      }
      await guard(holdings.add)([admitted], 'shopper')
      await act()
      const entry = find(holdings.all(), admitted)
      const grant = entry && toGrant(entry)
      return { grant, status: grant?.status ?? 'held', reason: grant?.reason }
    },
    remove: async (code) => {
      load()
      if (!gate(code)) return
      const grantedAt = now()
      const expiresAt = grantedAt + settings.ttl
      const id = view() && guard(() => platform.cartId?.())()
      holdings.sync(
        removed({
          code,
          source: 'shopper',
          grantedAt,
          expiresAt,
          status: 'removed',
          rev: 0,
          cart: id,
        }),
      )
      await act()
    },
    consume: async (order) => {
      load()
      guard(() => {
        // another tab may have been granted more
        holdings.sync()
        holdings.sync(consumed(order, platform.read ? undefined : holdings.begun()))
      })()
      await act()
    },
    checkoutUrl: (url) => guard(door.carry)(url) ?? url,
    link: (url = baseOf(view())) => {
      load()
      return guard(linkTo)(url) ?? url
    },
    inspect: () => {
      load()
      return inspect({
        version: VERSION,
        platform: platform.name,
        ledgers: [
          [DISCOUNT_KEY, holdings],
          [REF_KEY, affiliate],
        ],
        kept: layers,
        arrival: view()?.location.search ?? '',
        exits: [
          ['checkout-url', unheard(door.carry)('/checkout') ?? ''],
          ['email-link', unheard(linkTo)('/') ?? ''],
        ],
        grants: holdings.live().map(toGrant),
        ref: affiliate.ref(),
        cart: cart(),
        seen: seen.read(),
        events: events?.(),
      })
    },
  }
  return keeping
}

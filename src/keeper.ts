import { desiredCodes } from './cart/plan.js'
import { createCore } from './core.js'
import type { DiscountKeeper } from './discount-keeper.js'
import { DiscountKeeperError } from './errors.js'
import { consumed, removed } from './grant/endings.js'
import { find } from './grant/entry.js'
import { toGrant } from './holdings.js'
import { inspect } from './inspect.js'
import { createJourney } from './journey.js'
import { link } from './landing/link.js'
import { DISCOUNT_KEY, REF_KEY, VERSION } from './names.js'
import type { DiscountKeeperOptions } from './options.js'
import { readOptions } from './options.js'
import type { View } from './page.js'

/** What a test or an unusual host puts in place of the browser's own. */
export interface Environment {
  readonly view?: View | undefined
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined
}

/** Throws a `DiscountKeeperError` with code `OPTION` on a wrong option; nothing else it does ever throws into the page. */
export const createDiscountKeeper = (
  options: DiscountKeeperOptions = {},
  { now = () => Date.now(), view: given }: Environment = {},
): DiscountKeeper => {
  const settings = readOptions(options)
  const view = (): View | undefined => given ?? globalThis.window
  const core = createCore({ settings, view, now })
  const { affiliate, base, cart, door, gate, guard, holdings, layers, on, report, seen } = core
  const { act, load, start, stop } = createJourney({ core, settings, view })

  const linkTo = (url: string): string => {
    const codes = desiredCodes(holdings.all())
    return link(
      url,
      { codes, ref: affiliate.ref()?.ref },
      { params: settings.params, base: base() },
    )
  }

  return {
    start,
    stop,
    on,
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
        report(new DiscountKeeperError('INPUT', 'A code was dropped that can be none'))
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
      const id = view() && guard(() => settings.platform.cartId?.())()
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
      guard(() => holdings.sync(consumed(order, !!settings.platform.read)))()
      await act()
    },
    checkoutUrl: (url) => guard(door.carry)(url) ?? url,
    link: (url = base()) => {
      load()
      return guard(linkTo)(url) ?? url
    },
    inspect: () => {
      load()
      return inspect({
        version: VERSION,
        platform: settings.platform.name,
        ledgers: [
          [DISCOUNT_KEY, holdings],
          [REF_KEY, affiliate],
        ],
        kept: layers,
        arrival: view()?.location.search ?? '',
        exits: [
          ['checkout-url', door.carry('/checkout')],
          ['email-link', linkTo('/')],
        ],
        grants: holdings.live().map(toGrant),
        ref: affiliate.ref(),
        cart: cart(),
        seen: seen.read(),
      })
    },
  }
}

import type { Money } from './cart/money.js'
import { knownMoney } from './cart/money.js'
import type { SeenStore } from './cart/seen.js'
import type { Events } from './events.js'
import { isLive } from './grant/entry.js'
import { priceWith } from './grant/price.js'
import type { TermsOf } from './grant/terms.js'
import type { Guard } from './guard.js'
import type { Holdings } from './holdings.js'
import { toGrant } from './holdings.js'
import type { Notices } from './notices.js'
import { createNotices } from './notices.js'
import type { Settings } from './options.js'

export interface OutlookOptions {
  readonly terms: TermsOf
  readonly settings: Settings
  readonly guard: Guard
  readonly now: () => number
  readonly on: Events['on']
  readonly seen: SeenStore
  readonly holdings: () => Holdings
}

/** What a shopper may be told, without asking the shop. */
export interface Outlook extends Notices {
  /** See `DiscountKeeper.price`. */
  readonly price: (amount: number) => number | undefined
}

export const createOutlook = (options: OutlookOptions): Outlook => {
  const { guard, holdings, now, seen, settings, terms } = options
  const cartId = guard(() => settings.platform.cartId?.())
  const money = (): Money | undefined => knownMoney(seen, cartId())
  const notices = createNotices({
    ...options,
    noticeBefore: settings.noticeBefore,
    money,
    grants: () => holdings().live().map(toGrant),
  })
  return {
    ...notices,
    price: (amount) => {
      const grants = holdings()
        .begun()
        .filter((entry) => isLive(entry) && now() < entry.expiresAt)
      if (!grants.length) return undefined
      const cart = money()
      // a cart that was not read may hold anything
      const isUnread = !cart && cartId() !== undefined
      return isUnread ? undefined : priceWith(amount, { grants, terms, cart })
    },
  }
}

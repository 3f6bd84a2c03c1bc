import type { Money } from './cart/money.js'
import { knownMoney } from './cart/money.js'
import type { SeenStore } from './cart/seen.js'
import type { Events } from './events.js'
import type { Entry } from './grant/entry.js'
import { find, isLive } from './grant/entry.js'
import { priceWith } from './grant/price.js'
import type { TermsOf } from './grant/terms.js'
import type { Guard } from './guard.js'
import type { Holdings } from './holdings.js'
import { toGrant } from './holdings.js'
import type { Notices } from './notices.js'
import { createNotices } from './notices.js'
import type { Settings } from './settings.js'

export interface OutlookOptions {
  readonly terms: TermsOf
  readonly settings: Settings
  readonly guard: Guard
  readonly now: () => number
  readonly on: Events['on']
  readonly seen: SeenStore
  readonly holdings: () => Holdings
}

/** What was told of a grant, to be compared. */
interface Told {
  readonly state: string
  readonly amounts: string
}

/** What a shopper may be told, without asking the shop. */
export interface Outlook extends Notices {
  /** See `DiscountKeeper.price`. */
  readonly price: (amount: number) => number | undefined
  /** The cart was read: a grant whose amounts alone are others than before is told again. */
  readonly retell: () => void
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
  let before = new Map<string, Told>()
  const toldOf = ({ code, reason, status }: Entry): Told => {
    const { missing, saved } = find(notices.read(), code) ?? {}
    return { state: [status, reason].join(), amounts: [saved, missing].join() }
  }
  return {
    ...notices,
    retell: () => {
      // the cart is about to be read once more
      if (!money()) return
      const told = before
      const entries = holdings()
        .live()
        .filter(({ code }) => code)
      before = new Map(entries.map((entry) => [entry.code, toldOf(entry)]))
      for (const entry of entries) {
        const [was, is] = [told.get(entry.code), before.get(entry.code)]
        // another status or reason was told when it changed
        if (was?.state === is?.state && was?.amounts !== is?.amounts) holdings().tell(entry)
      }
    },
    price: (amount) => {
      const grants = holdings()
        .begun()
        .filter((entry) => isLive(entry) && entry.code && now() < entry.expiresAt)
      if (!grants.length) return undefined
      const cart = money()
      // a cart that was not read may hold anything
      const isUnread = !cart && cartId() !== undefined
      return isUnread ? undefined : priceWith(amount, { grants, terms, cart })
    },
  }
}

import { knownMoney } from '../cart/money.js'
import type { Core } from '../core.js'
import type { View } from '../page.js'
import { baseOf } from '../page.js'
import type { SafeCodes } from '../settings.js'
import type { Platform } from '../types.js'
import { createCartGrants } from './cart-grants.js'
import { startHold } from './hold.js'
import { checkoutOf } from './lapsed.js'
import { createMinting } from './minting.js'

export interface SafeCodesOptions {
  readonly core: Core
  readonly platform: Platform
  readonly safeCodes: SafeCodes
  readonly view: () => View | undefined
  /** Brings the cart up to date. */
  readonly act: () => Promise<void>
}

/** What makes codes; it is brought with the option only. */
export interface SafeCodesPart {
  /** Stands at every way out until the signal aborts. */
  readonly begin: (signal: AbortSignal) => void
  /** The cart was looked after: has a code made where one belongs on it by now. */
  readonly look: () => void
}

export const createSafeCodes = ({
  act,
  core,
  platform,
  safeCodes,
  view,
}: SafeCodesOptions): SafeCodesPart => {
  const { cart, cartId, door, gate, holdings, isInert, now, redraw, report, seen } = core
  const { isCheckout } = door
  const grants = createCartGrants({ act, core, platform })
  const minting = createMinting({
    grants,
    safeCodes,
    endpoint: () => new URL(safeCodes.endpoint, baseOf(view())).href,
    holdings,
    syncLayers: core.syncLayers,
    seen,
    cartId,
    gate,
    now,
    isOpen: () => !isInert(),
    act,
    report,
  })
  const hasItems = (): boolean =>
    (cart()?.itemCount ?? 0) > 0 || (knownMoney(seen, cartId())?.worth ?? 0) > 0

  return {
    begin: (signal) => {
      const page = view()
      if (!page) return
      const { patience } = safeCodes
      startHold({ view: page, isCheckout, minting, patience, redraw }, signal)
    },
    look: () => {
      grants.look()
      const isEarly = safeCodes.when === 'cart' && hasItems()
      // the checkout that it was made for goes on, and it has ended
      const isOver = minting.due().some((entry) => entry.checkout === checkoutOf(entry, cartId()))
      if ((isEarly || isOver) && minting.due().length) void minting.mint()
    },
  }
}

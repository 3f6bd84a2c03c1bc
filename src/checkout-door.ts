import type { SeenStore } from './cart/seen.js'
import type { Door } from './checkout/door.js'
import { missingCodes } from './has-code.js'
import { DISCOUNT_PARAM } from './names.js'
import type { Cart } from './types.js'

export interface CheckoutDoorOptions {
  /** Codes in force, from layers read just now. */
  readonly codes: () => readonly string[]
  readonly attributes: Cart['attributes']
  /** True while somebody may have set the cart's codes and it was not read since. */
  readonly inDoubt: () => boolean
  readonly seen: SeenStore
  readonly cartId: () => string | undefined
  /** The url with the codes on it; asks for the codes only where it leads to checkout. */
  readonly carry: (url: string, codes: () => readonly string[]) => string
}

export interface CheckoutDoor extends Door {
  /** `rewrite` for looking: nobody is leaving. */
  readonly carry: (url: string) => string
  /** Whether it leads to checkout, and nobody has decided on a discount there. */
  readonly isCheckout: (url: string) => boolean
}

/** What leaves with the shopper: every code of the cart and ours, or nothing where it could overrule the shopper. */
export const createCheckoutDoor = (options: CheckoutDoorOptions): CheckoutDoor => {
  const codes = (): readonly string[] => {
    const ours = options.codes()
    const known = options.seen.read()
    const theirs = (known.cart === options.cartId() && known.codes) || []
    const missing = missingCodes(ours, theirs)
    // the cart carries ours already, and somebody may just have changed it: their decision
    return !ours.length || (options.inDoubt() && missing.length < ours.length)
      ? []
      : [...theirs, ...missing]
  }
  // the cart is worth reading when they come back
  const leaving = (): void => options.seen.due('leaving')
  const carry = (url: string): string => options.carry(url, codes)
  return {
    carry,
    isCheckout: (url) => options.carry(url, () => ['any']) !== url,
    rewrite: (url) => {
      const to = carry(url)
      if (to !== url) leaving()
      return to
    },
    fields: () => {
      const list = codes().join()
      leaving()
      return {
        ...(list && { [DISCOUNT_PARAM]: list }),
        ...Object.fromEntries(
          Object.entries(options.attributes).flatMap(([name, value]) =>
            value ? [[`attributes[${name}]`, value]] : [],
          ),
        ),
      }
    },
  }
}

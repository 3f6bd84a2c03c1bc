import { digest } from '../cart/digest.js'
import type { Core } from '../core.js'
import { DiscountKeeperError } from '../errors.js'
import type { Entry } from '../grant/entry.js'
import { isLive } from '../grant/entry.js'
import type { Cart } from '../types.js'
import type { ChangeOptions } from './change-attributes.js'
import { createChangeAttributes } from './change-attributes.js'
import type { GrantedByCheckout } from './granted.js'
import { clearing, digested, isOn, isTakenOff, readGranted, tookMore } from './granted.js'
import { bare, checkoutOf } from './lapsed.js'

export interface CartGrantsOptions extends ChangeOptions {
  readonly core: ChangeOptions['core'] & Pick<Core, 'cart' | 'cartId' | 'holdings' | 'report'>
  /** Brings the cart up to date. */
  readonly act: () => Promise<void>
}

/** Discounts that need no code: attributes stand on the cart for them. */
export interface CartGrants {
  /** Writes the attributes that were made for a checkout to its cart; without one, nothing. Resolves to the error where the cart does not hold them then. */
  readonly put: (
    attributes: Cart['attributes'],
    checkout: string,
  ) => Promise<DiscountKeeperError | undefined>
  /** The cart was looked after: says what it means for the grants, and clears what none of them stands behind any more. */
  readonly look: () => void
}

const unkept = (cause?: unknown): DiscountKeeperError =>
  new DiscountKeeperError('MINT', 'The cart did not take the attributes of a discount', cause)

export const createCartGrants = (options: CartGrantsOptions): CartGrants => {
  const { act, core, platform } = options
  const { allowed, cart, cartId, holdings, report, seen } = core
  const change = createChangeAttributes(options)
  let isClearing = false

  const read = (): GrantedByCheckout => readGranted(seen.read().granted)

  const write = async (attributes: Cart['attributes'], checkout: string): Promise<boolean> => {
    const carts = await change(() => attributes)
    if (!carts) return true
    const [before, after] = carts
    const digests = digested(attributes)
    if (!isOn(after, digests)) return false
    const { [checkout]: known, ...others } = read()
    const took = tookMore(before, after) || (!!known && isTakenOff(before, known))
    seen.write({ granted: { ...others, [checkout]: { attributes: digests, took } } })
    return true
  }

  /** Of a promise for which attributes stand on the cart. */
  const judged = (entry: Entry): Entry => {
    if (!isLive(entry) || !entry.promise || !entry.endsAt || entry.code || !cartId()) return entry
    const { [checkoutOf(entry, cartId())]: granted } = read()
    // the session that knew of them is over: they are asked for again on the way out
    if (!granted)
      return allowed('discount') === undefined ? entry : { ...bare(entry), checkout: undefined }
    const now = cart()
    return now ? { ...entry, status: isTakenOff(now, granted) ? 'applied' : 'held' } : entry
  }

  const clear = async (): Promise<void> => {
    const id = cartId()
    const all = Object.entries(read())
    const inForce = holdings.live().map((entry) => checkoutOf(entry, id))
    const over = all.filter(([checkout]) => !inForce.includes(checkout))
    if (!over.length) return
    const rest = all.filter(([checkout]) => inForce.includes(checkout))
    const granted = ([, one]: (typeof all)[number]) => one
    // others went with the carts that they were on
    const here = over.filter(([checkout]) => checkout.endsWith('-' + digest(id))).map(granted)
    const isDue = !!id && here.length > 0
    if (isDue && !(await change((now) => clearing(now, here, rest.map(granted))))) return
    seen.write({ granted: Object.fromEntries(rest) })
    if (isDue) await act()
  }

  return {
    put: async (attributes, checkout) => {
      if (!platform.write) return unkept()
      if (!cartId()) return undefined
      try {
        return (await write(attributes, checkout)) ? undefined : unkept()
      } catch (cause) {
        return unkept(cause)
      }
    },
    look: () => {
      // what is held is not known before somebody answers
      if (isClearing || holdings.waits()) return
      holdings.sync((entries) => entries.map(judged))
      isClearing = true
      void clear()
        .catch((cause: unknown) => report(unkept(cause)))
        .finally(() => {
          isClearing = false
        })
    },
  }
}

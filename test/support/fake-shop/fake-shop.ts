import { DiscountKeeperError } from '../../../src/errors.js'
import type { Cart, CartChange, Platform } from '../../../src/types.js'
import { price } from './coupon.js'
import type {
  FakeShopOptions,
  Fault,
  ShopCookies,
  ShopRequest,
  StoredCart,
  Tell,
} from './shop-types.js'

/** A shop in memory. It is strict: a write where the shopper has no cart, or an empty one, is a violation. */
export const createFakeShop = (options: FakeShopOptions) => {
  const { dropsSilently, emptied, hasVisit = true, itemsDropCodes, violated } = options
  const carts = new Map<string, StoredCart>()
  const cookies: ShopCookies = { cart: '', visit: [] }
  const requests: ShopRequest[] = []
  const refreshed: Cart[] = []
  const faults: (Fault | undefined)[] = []
  let isOnline = true
  let held: Promise<void> | undefined
  let made = 0

  const current = (): StoredCart | undefined => carts.get(cookies.cart)

  const tidy = (cart: StoredCart): void => {
    if (!cart.items && emptied === 'drops') cart.codes = []
    if (!dropsSilently) return
    const { codes } = price(options, cart.items, cart.codes)
    cart.codes = codes.filter(({ applicable }) => applicable).map(({ code }) => code)
  }

  // a list that somebody set is a decision, which the memory of the visit does not overrule
  const setCodes = (cart: StoredCart, codes: readonly string[]): void => {
    cart.codes = codes
    cookies.visit = []
    tidy(cart)
  }

  const tellCart = (): Cart => {
    const cart = current()
    if (!cart) return { id: '', itemCount: 0, codes: [], attributes: {}, discount: 0 }
    const { codes, discount, total } = price(options, cart.items, cart.codes)
    const said = codes.map(({ reason, ...code }) =>
      reason && options.saysReasons !== false ? { ...code, reason } : code,
    )
    const { saysCodes = true } = options
    const isSaying = saysCodes === 'some' ? codes.length > 0 : saysCodes
    const told = isSaying ? said : undefined
    const { attributes, id, items } = cart
    const granted = (total * (options.grants?.(attributes) ?? 0)) / 100
    return {
      id,
      itemCount: items,
      contents: String(items),
      codes: told,
      attributes,
      discount: discount + granted,
      total: total - granted,
      currency: 'EUR',
    }
  }

  const change = ({ attributes = {}, codes }: CartChange): void => {
    const cart = current()
    if (!cart) {
      violated('wrote without a cart')
      return
    }
    if (!cart.items) violated('wrote to an empty cart')
    if (codes?.some((code) => /,/.test(code))) violated('sent a code with a comma')
    if (codes) setCodes(cart, codes)
    const kept = options.dropsAttributes ? {} : attributes
    const merged = Object.entries({ ...cart.attributes, ...kept })
    cart.attributes = Object.fromEntries(merged.filter(([, value]) => value !== ''))
  }

  const answer = async (request: ShopRequest, act: () => void): Promise<Cart> => {
    requests.push(request)
    await held
    const fault = isOnline ? faults.shift() : 'offline'
    if (fault === 'offline') throw new DiscountKeeperError('OFFLINE', 'The shop did not answer')
    if (fault === 'cool-down') throw new DiscountKeeperError('COOL_DOWN', 'The shop answered 429')
    if (fault !== 'refused') act()
    if (fault) throw new DiscountKeeperError('REFUSED', 'The shop answered 422')
    return tellCart()
  }

  /** The platform of one page; `told` is this page's own watcher. */
  const openPlatform = (told: Set<Tell> = new Set()): Platform => ({
    name: 'fake-shop',
    checkoutPath: /^\/checkout(\/|$)/,
    limits: options.limits,
    cartId: () => (current() ? cookies.cart : ''),
    read: () => answer({ kind: 'read' }, () => undefined),
    write: (asked) => answer({ kind: 'write', change: asked }, () => change(asked)),
    visit: hasVisit
      ? (codes) =>
          answer({ kind: 'visit', change: { codes } }, () => {
            cookies.visit = codes.slice(0, 1)
          })
      : undefined,
    watch: (tell, stop) => {
      told.add(tell)
      stop.addEventListener('abort', () => told.delete(tell))
    },
    refresh: (cart) => refreshed.push(cart),
  })

  return {
    carts,
    cookies,
    current,
    faults,
    openPlatform,
    refreshed,
    requests,
    setCodes,
    tellCart,
    tidy,
    itemsDropCodes,
    /** The cookie is gone, as after its 14 days; the cart with it. */
    expireCart: () => {
      carts.delete(cookies.cart)
      cookies.cart = ''
    },
    /** An order ends the cart and what the visit remembered. */
    order: () => {
      carts.delete(cookies.cart)
      cookies.cart = ''
      cookies.visit = []
    },
    /** The shop gives the shopper a cart, or moves what they have to a new one. */
    makeCart: (from: Partial<StoredCart> = {}) => {
      const cart = { items: 0, codes: [], attributes: {}, ...from, id: `cart-${++made}` }
      carts.set(cart.id, cart)
      cookies.cart = cart.id
      return cart
    },
    /** Requests do not come back until the returned function is called. */
    hold: () => {
      let release = (): void => undefined
      held = new Promise((resolve) => {
        release = resolve
      })
      return () => {
        held = undefined
        release()
      }
    },
    setOnline: (value: boolean) => {
      isOnline = value
    },
    /** What the order is made of: a URL with `discount` has the last word, then the cart, then the visit. */
    checkout: (url: string) => {
      const { searchParams } = new URL(url, 'http://localhost:3000')
      const asked = searchParams.get('discount')?.split(',').filter(Boolean)
      const cart = current()
      const list = asked ?? (cart?.codes.length ? cart.codes : cookies.visit)
      const priced = price(options, cart?.items ?? 0, list)
      return { ...priced, attributes: cart?.attributes ?? {} }
    },
  }
}

export type FakeShop = ReturnType<typeof createFakeShop>

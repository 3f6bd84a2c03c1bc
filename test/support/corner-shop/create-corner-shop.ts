/** A coupon of the shop. */
interface Coupon {
  readonly percent: number
  readonly minimum?: number
  readonly isDead?: boolean
}

interface StoredCart {
  items: number
  coupon: string | undefined
}

/** A request, as far as the shop looks at it. */
interface Asked {
  /** Of the cart's cookie, `''` without one. */
  readonly id: string
  readonly cart: StoredCart | undefined
  readonly coupon: string
}

const PRICE = 5000
const SEED: Readonly<Record<string, Coupon>> = {
  CREATOR20: { percent: 20 },
  EXTRA10: { percent: 10 },
  SOLO30: { percent: 30 },
  EXPIRED: { percent: 10, isDead: true },
  FUTURE: { percent: 10, isDead: true },
  ONCE: { percent: 10, isDead: true },
  MIN100: { percent: 10, minimum: 10_000 },
}

const idOf = (headers: Headers): string =>
  /corner_cart=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? ''

/**
 * A shop with one place for a coupon, as small engines are: it answers 200 whatever happens and one sentence for every
 * refusal, the last coupon takes the place of the one before, and one that dies is gone without a word.
 */
export const createCornerShop = () => {
  const coupons = new Map(Object.entries(SEED))
  const carts = new Map<string, StoredCart>()
  let made = 0

  const couponOf = ({ coupon, items }: StoredCart): Coupon | undefined => {
    const found = coupons.get(coupon ?? '')
    const isValid = found && !found.isDead && items && items * PRICE >= (found.minimum ?? 0)
    return isValid ? found : undefined
  }

  const show = (cart: StoredCart = { items: 0, coupon: undefined }) => {
    const coupon = couponOf(cart)
    const worth = cart.items * PRICE
    const saved = (worth * (coupon?.percent ?? 0)) / 100
    return {
      count: cart.items,
      coupon: coupon ? cart.coupon : null,
      saved: saved / 100,
      total: (worth - saved) / 100,
    }
  }

  const apply = (cart: StoredCart, name: string) => {
    const tried = { ...cart, coupon: name.toUpperCase() }
    if (!couponOf(tried)) return { error: 'The coupon is invalid, expired or used up.' }
    cart.coupon = tried.coupon
    return { success: 'Your coupon has been applied.' }
  }

  const add = (id: string, cart: StoredCart | undefined): Response => {
    carts.set(id, { coupon: cart?.coupon, items: (cart?.items ?? 0) + 1 })
    return Response.json({}, { headers: { 'set-cookie': `corner_cart=${id}; path=/` } })
  }
  const change = (cart: StoredCart | undefined, changes: Partial<StoredCart>): Response => {
    if (cart) Object.assign(cart, changes)
    return Response.json({})
  }

  const ROUTES: Readonly<Record<string, (asked: Asked) => Response>> = {
    'GET /api/cart': ({ cart }) => Response.json(show(cart)),
    'POST /api/items': ({ cart, id }) => add(cart ? id : `c${++made}`, cart),
    'DELETE /api/items': ({ cart }) => change(cart, { items: 0, coupon: undefined }),
    'POST /api/coupon': ({ cart, coupon }) =>
      Response.json(cart ? apply(cart, coupon) : { error: 'There is no cart.' }),
    'DELETE /api/coupon': ({ cart }) => change(cart, { coupon: undefined }),
  }

  const fetch = async (
    input: URL | RequestInfo,
    { body, headers, method = 'GET' }: RequestInit = {},
  ): Promise<Response> => {
    const { pathname } = new URL(input instanceof Request ? input.url : input)
    const id = idOf(new Headers(headers))
    const cart = carts.get(id)
    const { coupon = '' } = JSON.parse(typeof body === 'string' ? body : '{}') as Partial<Asked>
    if (cart && !couponOf(cart)) cart.coupon = undefined
    const route = ROUTES[`${method} ${pathname}`]
    return route?.({ cart, coupon, id }) ?? new Response('Not found', { status: 404 })
  }

  return {
    fetch,
    end: (code: string): void => {
      coupons.set(code, { percent: 0, isDead: true })
    },
    forget: (): void => carts.clear(),
  }
}

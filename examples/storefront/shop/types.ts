/** One buyable version of a product; money in minor units. */
export interface Variant {
  readonly id: number
  readonly title: string
  readonly price: number
  readonly available: boolean
}

export interface Product {
  readonly id: number
  readonly handle: string
  readonly title: string
  readonly description: string
  readonly variants: readonly Variant[]
}

/** What a code takes off; a percentage or an amount with `products` is a product discount. */
export type DiscountKind = 'percentage' | 'fixed' | 'shipping'

export type DiscountClass = 'order' | 'product' | 'shipping'

/** A code the shop knows. Tests may add, change and remove them while the shop runs. */
export interface DiscountCode {
  code: string
  kind: DiscountKind
  /** Percent for `percentage`, minor units for `fixed`, unused for `shipping`. */
  value: number
  summary: string
  combinesWith: Record<DiscountClass, boolean>
  startsAt?: number | undefined
  endsAt?: number | undefined
  usageLimit?: number | undefined
  /** Orders that used the code. */
  used: number
  minimumSubtotal?: number | undefined
  /** Handles of the products the code is for; absent for the whole order. */
  products?: readonly string[] | undefined
  /** No page of the shop names it: a base discount, or a code made for one checkout. */
  hidden?: boolean | undefined
  /** Nobody entered it: it came with something in the cart, and `code` is its title. */
  isAutomatic?: boolean | undefined
}

export interface CartLine {
  readonly variantId: number
  readonly properties: Readonly<Record<string, string>>
  quantity: number
}

/** A cart as the shop keeps it; what the shopper may see of it is the cart JSON. */
export interface ShopCart {
  readonly token: string
  readonly key: string
  touchedAt: number
  lines: CartLine[]
  note: string
  /** Merged key by key; names with `__` are private. */
  readonly attributes: Map<string, string>
  /** As entered, in order, without the same code twice. */
  codes: string[]
  /** Someone wrote the code list, so the remembered visit has no say any more. */
  decided: boolean
  /** The codes a `discount` field of the last cart form asked for. */
  doorCodes?: readonly string[] | undefined
}

/** The way from a cart to an order. */
export interface Checkout {
  readonly token: string
  readonly cartToken: string
  /** Where the shop begins, with its locale folder; checkout may be on another origin. */
  readonly home: string
  codes: readonly string[]
  order?: Order | undefined
}

export interface OrderLine {
  readonly variantId: number
  readonly title: string
  readonly quantity: number
  readonly total: number
}

/** A placed order; `codes` are those that took effect, money in minor units. */
export interface Order {
  readonly number: number
  readonly codes: readonly string[]
  readonly subtotal: number
  readonly discount: number
  readonly shipping: number
  readonly total: number
  readonly noteAttributes: readonly { readonly name: string; readonly value: string }[]
  readonly note: string
  readonly lines: readonly OrderLine[]
  readonly cartToken: string
  readonly checkoutToken: string
}

/** A request the shop got, static assets left out. `status` and `setCookie` are filled in with the answer. */
export interface RecordedRequest {
  readonly at: number
  readonly method: string
  readonly host: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** The query as it came, with its question mark; '' without one. */
  readonly search: string
  readonly headers: Readonly<Record<string, string>>
  /** JSON as parsed, a form as name to value or values, other text as it came; absent without a body. */
  readonly body: unknown
  /** The cart cookie that came, decoded. */
  readonly cartCookie: string | undefined
  readonly session: string | undefined
  status: number | undefined
  setCookie: readonly string[]
}

export interface Coupon {
  readonly id: number
  readonly code: string
  readonly amount: string
  readonly discount_type: string
  /** Milliseconds since 1970. */
  readonly expires: number | null
  readonly usage_limit: number | null
  readonly meta_data: readonly { readonly key: string; readonly value: unknown }[]
  readonly more: Readonly<Record<string, unknown>>
  usage_count: number
}

/** What a coupon may be made with besides the fields that have a place of their own: the schema of wc/v3. */
const WRITABLE = {
  individual_use: false,
  product_ids: [],
  excluded_product_ids: [],
  usage_limit_per_user: null,
  limit_usage_to_x_items: null,
  free_shipping: false,
  product_categories: [],
  excluded_product_categories: [],
  exclude_sale_items: false,
  minimum_amount: '0.00',
  maximum_amount: '0.00',
  email_restrictions: [],
} as const

const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/

/** The shop's clock is two hours ahead of GMT. */
const AHEAD = 2 * 3_600_000

/** A moment where it has a zone and whole seconds; otherwise one of the shop's own clock, whatever follows the seconds. */
const readDate = (text: string): number =>
  ZONED.test(text) ? Date.parse(text) : Date.parse(`${text.slice(0, 19)}Z`) - AHEAD

const tellDate = (time: number | null, ahead: number): string | null =>
  time === null ? null : new Date(time + ahead).toISOString().slice(0, 19)

const show = ({ expires, more, ...coupon }: Coupon) => ({
  ...coupon,
  ...WRITABLE,
  ...more,
  description: '',
  date_expires: tellDate(expires, AHEAD),
  date_expires_gmt: tellDate(expires, 0),
  used_by: [],
  meta_data: coupon.meta_data.map((meta, index) => ({ id: index + 1, ...meta })),
})

const pass = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, Math.random() * 4)
  })

const refuse = (code: string, message: string, status: number): Response =>
  Response.json({ code, message, data: { status } }, { status })

export type CouponBody = Readonly<Record<string, unknown>> & { readonly code: string }

/** The REST API of a WooCommerce shop, as far as coupons go: it looks whether a code is taken, and then makes it. */
export const openWooAdmin = (key: string, secret: string) => {
  const coupons: Coupon[] = []
  const byCode = (code: string): Coupon | undefined =>
    coupons.find((one) => one.code === code.toLowerCase())

  const create = (body: CouponBody): Coupon => {
    const { amount, code, date_expires, discount_type, meta_data, usage_limit } = body
    const more = Object.entries(body).filter(([name]) => name in WRITABLE)
    const coupon: Coupon = {
      id: coupons.length + 1,
      code: code.toLowerCase(),
      amount: Number(amount ?? 0).toFixed(2),
      discount_type: typeof discount_type === 'string' ? discount_type : 'fixed_cart',
      // whatever ends in `_gmt` is told, and never read
      expires: typeof date_expires === 'string' ? readDate(date_expires) : null,
      usage_limit: typeof usage_limit === 'number' ? usage_limit : null,
      meta_data: (meta_data as Coupon['meta_data'] | undefined) ?? [],
      more: Object.fromEntries(more),
      usage_count: 0,
    }
    coupons.push(coupon)
    return coupon
  }

  const add = async (body: CouponBody): Promise<Response> => {
    if (!body.code)
      return refuse('woocommerce_rest_empty_coupon_code', 'The coupon code cannot be empty.', 400)
    if (Object.values(body).includes(null))
      return refuse('rest_invalid_param', 'Invalid parameter(s)', 400)
    if (byCode(body.code))
      return refuse(
        'woocommerce_rest_coupon_code_already_exists',
        'The coupon code already exists',
        400,
      )
    await pass()
    return Response.json(show(create(body)), { status: 201 })
  }

  return {
    coupons,
    create,
    byCode,
    fetch: async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      const request = new Request(input, init)
      const url = new URL(request.url)
      await pass()
      if (url.pathname !== '/wp-json/wc/v3/coupons')
        return refuse('rest_no_route', 'No route was found', 404)
      const [kind, given = ''] = request.headers.get('authorization')?.split(' ') ?? []
      if (url.protocol !== 'https:' || kind !== 'Basic' || atob(given) !== `${key}:${secret}`)
        return refuse('woocommerce_rest_cannot_view', 'Sorry, you cannot list resources.', 401)
      if (request.method === 'POST') return add((await request.json()) as CouponBody)
      const code = url.searchParams.get('code')
      const found = code === null ? coupons : [byCode(code)].filter((one) => !!one)
      return Response.json(found.map(show))
    },
    /** Somebody buys something for so much with a code: what is taken off. */
    buy: (code: string, price: number, now: number): number => {
      const coupon = byCode(code)
      if (!coupon || (coupon.expires !== null && now > coupon.expires)) return 0
      if (coupon.usage_count >= (coupon.usage_limit ?? Infinity)) return 0
      coupon.usage_count += 1
      return Math.round((price * Number(coupon.amount)) / 100)
    },
  }
}

// @vitest-environment jsdom
import { catalog } from '../../examples/storefront/shop/catalog.js'
import { startShop } from '../../examples/storefront/shop/start-shop.js'
import type { DiscountCode, Product } from '../../examples/storefront/shop/types.js'
import { shopifyTheme } from '../../src/platforms/shopify-theme.js'
import type { ShopifyWindow } from '../../src/platforms/shopify-theme/shopify-window.js'
import { openBrowser } from '../support/open-browser.js'
import type { ShopUnderTest } from './conformance.js'
import { conformsToPlatform } from './conformance.js'

const DAY = 86_400_000
const TEE = 5001
const product: Product = {
  id: 50,
  handle: 'tee',
  title: 'Tee',
  description: 'Of the seed that all shops under test share.',
  variants: [{ id: TEE, title: 'M', price: 5000, available: true }],
}

const percent = (code: string, value: number, more: Partial<DiscountCode> = {}): DiscountCode => ({
  code,
  kind: 'percentage',
  value,
  summary: code,
  combinesWith: { order: true, product: true, shipping: true },
  used: 0,
  ...more,
})

const seed = (now: number): readonly DiscountCode[] => [
  percent('CREATOR20', 20),
  percent('EXTRA10', 10),
  percent('EXPIRED', 10, { endsAt: now - DAY }),
  percent('FUTURE', 10, { startsAt: now + 5 * DAY }),
  percent('ONCE', 10, { usageLimit: 1, used: 1 }),
  percent('MIN100', 10, { minimumSubtotal: 10_000 }),
  percent('SOLO30', 30, { combinesWith: { order: false, product: false, shipping: false } }),
]

/** The demo shop in this process, with nothing but this suite's seed. */
const open = async (): Promise<ShopUnderTest> => {
  const limit = { requests: 1000, windowMs: 1000, coolDownMs: 1000 }
  const shop = await startShop({ settings: { limit } })
  shop.codes.clear()
  for (const code of seed(Date.now())) shop.codes.set(code.code.toLowerCase(), code)
  const { cookies, fault, request, view } = openBrowser(shop.url)
  const post = async (path: string, body: object = {}): Promise<void> => {
    await request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    })
  }
  const codes = (): readonly string[] => [...shop.carts.values()].at(-1)?.codes ?? []
  return {
    platform: await shopifyTheme({ view: () => view as unknown as ShopifyWindow }).load(),
    addItem: () => post('/cart/add.js', { id: TEE, quantity: 1 }),
    emptyCart: () => post('/cart/clear.js'),
    typeCode: (code) => post('/cart/update.js', { discount: [...codes(), code].join() }),
    dropCode: (code) =>
      post('/cart/update.js', {
        discount: codes()
          .filter((held) => held !== code)
          .join(),
      }),
    endCode: (code) => {
      const ended = shop.codes.get(code.toLowerCase())
      if (ended) ended.endsAt = Date.now()
      return Promise.resolve()
    },
    loseCart: () => {
      cookies.delete('cart')
      shop.carts.clear()
      return Promise.resolve()
    },
    fault,
    close: shop.close,
  }
}

const list = catalog as Product[]
list.push(product)

conformsToPlatform('shopify-theme', {
  open,
  capabilities: {
    multi: true,
    replacesOnApply: true,
    caseSensitive: false,
    emptyCartKeeps: false,
    typedErrors: false,
    attributes: true,
  },
  reasons: {
    unknown: 'UNKNOWN',
    expired: 'UNKNOWN',
    future: 'UNKNOWN',
    limit: 'UNKNOWN',
    minimum: 'UNKNOWN',
  },
})

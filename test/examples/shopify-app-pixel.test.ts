import { readFileSync } from 'node:fs'
import type {
  Browser,
  CustomerPrivacyPayload,
  ExtensionApi,
  ShopifyGlobal,
} from '@shopify/web-pixels-extension'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { checkoutCompleted, pixelContext } from '../support/pixel-event.js'

const FOLDER = 'examples/shopify-app/extensions/attribution-pixel/'
const ENDPOINT = 'https://shop.example/report'

interface Sent {
  readonly url: string
  readonly init: RequestInit | undefined
}

/** Whatever the pixel is not given a part for, it may not touch. */
const closed = <Part extends object>(name: string, open: Part): Part =>
  new Proxy(open, {
    get: (target, key) => {
      if (Reflect.has(target, key)) return Reflect.get(target, key) as unknown
      throw new Error(`The pixel touched ${name}.${String(key)}`)
    },
  })

const privacy = (marketingAllowed: boolean): CustomerPrivacyPayload => ({
  customerPrivacy: {
    analyticsProcessingAllowed: false,
    marketingAllowed,
    preferencesProcessingAllowed: false,
    saleOfDataAllowed: false,
  },
})

/** Runs the extension as Shopify does: its script asks for a place, and is given the parts of the sandbox. */
const run = async (settings: ExtensionApi['settings'], isAllowed = true) => {
  const listeners = new Map<string, (event: never) => unknown>()
  const subscribe = (name: string, callback: (event: never) => unknown): (() => boolean) => {
    listeners.set(name, callback)
    return () => listeners.delete(name)
  }
  const api: ExtensionApi = closed<ExtensionApi>('api', {
    settings,
    analytics: closed('analytics', {
      subscribe,
    }),
    browser: closed('browser', {} as Browser),
    customerPrivacy: closed('customerPrivacy', { subscribe }),
    init: closed('init', {
      context: pixelContext,
      data: { customer: null, cart: null, shop: {} as never, purchasingCompany: null },
      ...privacy(isAllowed),
    }),
    _pixelInfo: undefined,
  })
  const shopify: ShopifyGlobal = {
    extend: (place, extend) => {
      expect(place).toBe('WebPixel::Render')
      extend(api)
    },
  }
  vi.stubGlobal('shopify', shopify)
  vi.resetModules()
  await import('../../examples/shopify-app/extensions/attribution-pixel/src/index.js')
  return {
    names: [...listeners.keys()].sort(),
    order: (event: unknown = checkoutCompleted()) =>
      listeners.get('checkout_completed')?.(event as never),
    consent: (answer: boolean) =>
      listeners.get('visitorConsentCollected')?.(privacy(answer) as never),
  }
}

const bodyOf = (init: RequestInit | undefined): unknown =>
  typeof init?.body === 'string' ? JSON.parse(init.body) : undefined

let sent: Sent[] = []
beforeEach(() => {
  sent = []
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    sent.push({ url, init })
    throw new TypeError('nobody is there')
  })
})

describe('the attribution pixel', () => {
  it('reports an order to the endpoint, so that it outlives the page', async () => {
    const { names, order } = await run({ endpoint: ENDPOINT, taxesIncluded: 'no' })
    expect(names).toEqual(['checkout_completed', 'visitorConsentCollected'])
    order()
    expect(sent).toHaveLength(1)
    const [{ init, url } = { url: '', init: undefined }] = sent
    expect(url).toBe(ENDPOINT)
    expect(init).toMatchObject({ method: 'POST', keepalive: true })
    // no header of its own: the sandbox is of another origin, and would have to ask first
    expect(init?.headers).toBeUndefined()
    expect(bodyOf(init)).toMatchObject({
      source: 'pixel',
      orderId: '5210499102',
      codes: ['AMY10'],
      ref: 'amy',
      amount: 4_320,
      consent: true,
    })
  })

  it('reports an order once', async () => {
    const { consent, order } = await run({ endpoint: ENDPOINT })
    order()
    order()
    consent(true)
    expect(sent).toHaveLength(1)
  })

  it('sends nothing without an answer, and what waits as soon as consent comes', async () => {
    const { consent, order } = await run({ endpoint: ENDPOINT }, false)
    order()
    expect(sent).toEqual([])
    consent(true)
    expect(sent.map(({ init }) => bodyOf(init))).toMatchObject([{ consent: true, ref: 'amy' }])
  })

  const refusal = {
    source: 'pixel',
    orderId: '5210499102',
    at: expect.any(Number) as number,
    currency: 'USD',
    amount: 4_320,
    discount: expect.any(Number) as number,
    codes: [],
    consent: false,
  }

  it('says that the shopper refuses, once, and neither codes nor affiliate', async () => {
    const { consent, order } = await run({ endpoint: ENDPOINT }, false)
    consent(false)
    order()
    consent(false)
    consent(true)
    expect(sent.map(({ init }) => bodyOf(init))).toEqual([refusal])
  })

  it('says so of an order that it reported before', async () => {
    const { consent, order } = await run({ endpoint: ENDPOINT })
    order()
    consent(false)
    expect(sent.map(({ init }) => bodyOf(init))).toMatchObject([{ consent: true }, refusal])
  })

  it.each([undefined, '', 'report', 'http://shop.example/report', 'javascript:alert(1)'])(
    'sends nothing where the endpoint is %s',
    async (endpoint) => {
      const { order } = await run({ endpoint })
      order()
      expect(sent).toEqual([])
    },
  )

  it('leaves orders that it cannot read to the webhook', async () => {
    const { order } = await run({ endpoint: ENDPOINT })
    order(checkoutCompleted({ order: null }))
    order({})
    expect(sent).toEqual([])
  })

  it('takes tax off where the settings say that prices contain it', async () => {
    const { order } = await run({ endpoint: ENDPOINT, taxesIncluded: 'yes' })
    const taxed = { amount: 7.7, currencyCode: 'USD' }
    order(checkoutCompleted({ totalTax: taxed }))
    expect(bodyOf(sent[0]?.init)).toMatchObject({ amount: 3_630 })
  })

  it('asks Shopify for nothing but the consent that it needs', () => {
    const toml = readFileSync(FOLDER + 'shopify.extension.toml', 'utf8')
    expect(toml).toMatch(/^type = "web_pixel_extension"$/m)
    expect(toml).toMatch(/^runtime_context = "strict"$/m)
    expect(toml).toMatch(/^marketing = true$/m)
    expect(toml.match(/ = true$/gm)).toHaveLength(1)
    const app = readFileSync('examples/shopify-app/shopify.app.toml', 'utf8')
    expect(app).toMatch(/^scopes = ".*write_pixels.*read_customer_events.*"$/m)
  })
})

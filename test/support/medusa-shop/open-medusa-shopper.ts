import type { MedusaOptions } from '../../../src/platforms/medusa.js'
import { medusa } from '../../../src/platforms/medusa.js'
import { openBrowser } from '../open-browser.js'

const STOREFRONT = 'https://storefront.example'

export interface MedusaPlace {
  readonly endpoint: string
  readonly key: string
  /** What a cart is made of: the region, and the variant of the one product. */
  readonly region: string
  readonly variant: string
}

interface Answer {
  readonly cart?: {
    readonly id: string
    readonly items: readonly { readonly id: string; readonly quantity: number }[]
  }
}

/** A shopper of a Medusa shop, live or not, with a storefront that keeps the id of the cart. */
export const openMedusaShopper = async (
  { endpoint, key, region, variant }: MedusaPlace,
  options: Partial<MedusaOptions> = {},
) => {
  const browser = openBrowser(STOREFRONT)
  const view = browser.view as unknown as Window & typeof globalThis
  let cart: string | undefined

  const request = async (method: string, path: string, body?: object): Promise<Answer> => {
    const response = await browser.request(`${endpoint}/store/carts${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-publishable-api-key': key },
      ...(body && { body: JSON.stringify(body) }),
    })
    return (await response.json()) as Answer
  }
  const cartPath = async (): Promise<string> => {
    cart ??= (await request('POST', '', { region_id: region })).cart?.id
    return `/${cart}`
  }
  const change = async (method: string, path: string, body?: object): Promise<Answer> =>
    request(method, (await cartPath()) + path, body)
  const addItem = async (): Promise<void> => {
    const answer = await change('POST', '/line-items', { variant_id: variant, quantity: 1 })
    if (answer.cart) return
    // the shop knows nothing of this cart any more
    cart = undefined
    await addItem()
  }

  return {
    platform: await medusa({
      endpoint,
      publishableKey: key,
      cartId: () => cart,
      fetch: browser.view.fetch,
      view: () => view,
      ...options,
    }).load(),
    browser,
    change,
    cartId: () => cart,
    addItem,
    emptyCart: async () => {
      const found = await request('GET', await cartPath())
      for (const { id } of found.cart?.items ?? []) await change('DELETE', `/line-items/${id}`)
    },
    /** One item less. */
    removeItem: async () => {
      const [line] = (await request('GET', await cartPath())).cart?.items ?? []
      const quantity = (line?.quantity ?? 0) - 1
      if (quantity > 0) await change('POST', `/line-items/${line?.id}`, { quantity })
      else if (line) await change('DELETE', `/line-items/${line.id}`)
    },
    typeCode: async (code: string) => {
      await change('POST', '/promotions', { promo_codes: [code] })
    },
    dropCode: async (code: string) => {
      await change('DELETE', '/promotions', { promo_codes: [code] })
    },
    /** The app goes on with the id of no cart, until it adds an item. */
    loseCart: () => {
      cart = 'cart_of_nobody'
      return Promise.resolve()
    },
    fault: browser.fault,
  }
}

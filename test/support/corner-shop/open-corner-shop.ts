import type { Platform } from '../../../src/types.js'
import type { ShopUnderTest } from '../../platforms/conformance/shop-under-test.js'
import { openBrowser } from '../open-browser.js'
import { createCornerShop } from './create-corner-shop.js'

const ORIGIN = 'https://corner.example'

type View = () => Window & typeof globalThis

/** The corner shop as one shopper sees it, with the seed of all shops under test and a platform of it. */
export const openCornerShop = (
  createPlatform: (options: { readonly view: View }) => Platform,
): Promise<ShopUnderTest> => {
  const shop = createCornerShop()
  const { cookies, fault, request, view } = openBrowser(ORIGIN, shop.fetch)
  const send = async (method: string, path: string, body: object = {}): Promise<void> => {
    await request(path, { method, body: JSON.stringify(body) })
  }
  return Promise.resolve({
    platform: createPlatform({ view: () => view as unknown as ReturnType<View> }),
    addItem: () => send('POST', '/api/items', { product: 'TEE' }),
    emptyCart: () => send('DELETE', '/api/items'),
    typeCode: (coupon) => send('POST', '/api/coupon', { coupon }),
    dropCode: () => send('DELETE', '/api/coupon'),
    endCode: (code) => {
      shop.end(code)
      return Promise.resolve()
    },
    loseCart: () => {
      cookies.clear()
      shop.forget()
      return Promise.resolve()
    },
    fault,
    close: () => Promise.resolve(),
  })
}

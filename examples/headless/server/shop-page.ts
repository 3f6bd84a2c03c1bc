import type { ShopData } from '../src/shop/load-shop.js'
import { routeOf, titleOf } from '../src/router/route.js'
import type { BuiltShop } from './build-shop.js'

const escape = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '')

/** Safe inside a script element. */
const toJson = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c')

/** The whole page: what the app shows, and the data that the browser's first rendering begins with. */
export const shopPage = (shop: BuiltShop, path: string, data: ShopData): string => {
  const parts: Readonly<Record<string, string>> = {
    title: escape(titleOf(routeOf(path), data.products)),
    app: shop.render(path, data),
    data: toJson(data),
  }
  return shop.template.replace(/<!--(title|app|data)-->/g, (_, name: string) => parts[name] ?? '')
}

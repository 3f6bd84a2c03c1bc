import { checkoutUrl } from '../../src/checkout/checkout-url.js'

export const places = {
  origins: ['https://pay.example'],
  paths: ['/kasse', '/de/zahlen/'],
  pattern: /^\/(checkouts?|cart\/(\d+:\d+[^/]*|c\/[^/]+))(\/|$)/,
}
export const base = 'https://shop.example/fr/cart?step=1'

/** The url as a shopper on the French cart page would follow it. */
export const carry = (url: string, codes: readonly string[] = ['SAVE10']): string =>
  checkoutUrl(url, { codes, base, places })

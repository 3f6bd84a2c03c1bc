import type { Page } from '@playwright/test'
import type { Shop } from '../fixtures.js'

/** Cart libraries as npm has them, each in the build that its authors have themes load. */
const CLIENTS = {
  'theme-cart': {
    file: '@shopify/theme-cart/dist/theme-cart.js',
    tag: '<script src="/client.js"></script>',
  },
  'liquid-ajax-cart': {
    file: 'liquid-ajax-cart/liquid-ajax-cart.js',
    tag: '<script src="/client.js" type="module"></script>',
  },
} as const

export type Client = keyof typeof CLIENTS

const FORM = `
  <ajax-cart-product-form>
    <form action="/cart/add" method="post" aria-label="Product">
      <input type="hidden" name="id" value="40101" />
      <button>Add to cart</button>
    </form>
  </ajax-cart-product-form>`

/** Answers `/client` of the shop with a theme's page that has this client, our script tag and a cart section. */
export const serveClient = async (page: Page, shop: Shop, client: Client): Promise<void> => {
  const { file, tag } = CLIENTS[client]
  await page.route('**/client.js', (route) =>
    route.fulfill({ path: new URL(`../../node_modules/${file}`, import.meta.url).pathname }),
  )
  await page.route(/\/client(\?|$)/, async (route) => {
    const section = await page.request.get(`${shop.url}/?section_id=liquid-cart`)
    const body = `<!doctype html>
      <html lang="en" data-root="/">
        <head>
          <title>${client}</title>
          <script src="/assets/shopify-globals.js"></script>
          <script src="/assets/discount-keeper.js" defer></script>
          ${tag}
        </head>
        <body>${FORM}${await section.text()}</body>
      </html>`
    await route.fulfill({ body, contentType: 'text/html' })
  })
}

import type { Page } from '@playwright/test'

const DIST = new URL('../../dist/esm/', import.meta.url)
const COOKIES = new URL('../../node_modules/js-cookie/dist/js.cookie.mjs', import.meta.url)

/** Serves the built modules below `/esm/`, as a shop without a bundler has them. */
export const serveModules = async (page: Page): Promise<void> => {
  await page.route('**/esm/**', async (route) => {
    const [, path = ''] = new URL(route.request().url()).pathname.split('/esm/')
    const file = path === 'js-cookie.js' ? COOKIES : new URL(path, DIST)
    await route.fulfill({ path: file.pathname, contentType: 'text/javascript' })
  })
}

/** HTML that starts a keeper of the built modules on the page, made of these lines. */
export const moduleTag = (lines: string): string => `
  <script type="importmap">{ "imports": { "js-cookie": "/esm/js-cookie.js" } }</script>
  <script type="module">
    import { createDiscountKeeper } from '/esm/index.js'
    import { shopifyTheme } from '/esm/platforms/shopify-theme.js'
    import * as consent from '/esm/consent/index.js'
    ${lines}
    window.DiscountKeeper.start()
  </script>`

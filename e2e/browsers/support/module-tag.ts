import { readFileSync } from 'node:fs'

const COOKIES = new URL('../../../node_modules/js-cookie/dist/js.cookie.mjs', import.meta.url)

/** HTML that starts a keeper of the built modules on the page, made of these lines, as a shop without a bundler has it. */
export const moduleTag = (lines: string): string => `
  <script type="importmap">{ "imports": {
    "js-cookie": "data:text/javascript;base64,${readFileSync(COOKIES).toString('base64')}"
  } }</script>
  <script type="module">
    import { createDiscountKeeper } from '/assets/esm/index.js'
    import { shopifyTheme } from '/assets/esm/platforms/shopify-theme.js'
    import * as consent from '/assets/esm/consent/index.js'
    ${lines}
    window.DiscountKeeper.start()
  </script>`

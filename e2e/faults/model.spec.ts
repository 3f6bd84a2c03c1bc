import type { ShopSettings } from '../../examples/storefront/shop/settings.js'
import { leadLives } from '../../test/journey/lead-lives.js'
import { lives } from '../../test/journey/steps.js'
import { expect, test as withShop } from '../fixtures.js'
import { openBrowserLife } from './open-browser-life.js'
import { LEAN_ARGS } from '../support/devtools/lean-args.js'
import type { Tab } from '../support/devtools/open-tab.js'
import { openTab } from '../support/devtools/open-tab.js'
import type { Chromium } from '../support/devtools/start-chromium.js'
import { startChromium } from '../support/devtools/start-chromium.js'

const SHOPS: readonly Pick<ShopSettings, 'emptyCart' | 'visit'>[] = [
  { emptyCart: 'keeps', visit: 'remembers' },
  { emptyCart: 'keeps', visit: 'refuses' },
  { emptyCart: 'drops', visit: 'remembers' },
]

interface Browsing {
  readonly chromium: Chromium
  readonly tab: Tab
}

const test = withShop.extend<object, { readonly browsing: Browsing }>({
  browsing: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads the names of the fixtures off the pattern
    async ({}, use) => {
      const chromium = startChromium({ args: LEAN_ARGS })
      await use({ chromium, tab: await openTab(chromium) })
      await chromium.close()
    },
    { scope: 'worker' },
  ],
})

for (const settings of SHOPS) {
  const { emptyCart, visit } = settings
  const kind = `visit ${visit}, an empty cart ${emptyCart} codes`
  test(`in any life in a browser a live discount arrives: ${kind}`, async ({ browsing, shop }) => {
    test.setTimeout(300_000)
    const led = await leadLives({
      open: () => openBrowserLife({ ...browsing, settings, shop }),
      name: `a browser, ${kind}`,
      runs: 9,
      given: lives(120),
      isSlow: true,
      command: `npm run e2e -- faults/model -g "${kind}"`,
    })
    process.stdout.write(`${led.said}\n`)
    expect(led.failure).toBeUndefined()
    expect(led.steps).toBeGreaterThan(led.least)
  })
}

import type { ShopSettings } from '../../examples/storefront/shop/settings.js'
import { leadLives, SEED } from '../../test/journey/lead-lives.js'
import { lives } from '../../test/journey/steps.js'
import { expect } from '../fixtures.js'
import { test } from '../shared-tab.js'
import { HASTEN } from './hasten-page.js'
import { openBrowserLife } from './open-browser-life.js'

const SHOPS: readonly Pick<ShopSettings, 'emptyCart' | 'visit'>[] = [
  { emptyCart: 'keeps', visit: 'remembers' },
  { emptyCart: 'keeps', visit: 'refuses' },
  { emptyCart: 'drops', visit: 'remembers' },
]

test.use({ everyPage: HASTEN })

for (const settings of SHOPS) {
  const { emptyCart, visit } = settings
  test(`in any life in a browser a live discount arrives: visit ${visit}, an empty cart ${emptyCart} codes`, async ({
    context,
    page,
    shop,
  }) => {
    test.setTimeout(300_000)
    const { failure, steps, ...led } = await leadLives({
      open: () => openBrowserLife({ context, page, settings, shop }),
      runs: 12,
      given: lives(120),
      isSlow: true,
      command: 'npm run e2e -- model',
    })
    process.stdout.write(`model in a browser: ${led.lives} lives, ${steps} steps, seed ${SEED}\n`)
    expect(failure).toBeUndefined()
    expect(steps).toBeGreaterThan(led.lives * 5)
  })
}

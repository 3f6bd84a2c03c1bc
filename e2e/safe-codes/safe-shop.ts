import type { Page } from '@playwright/test'
import { openMint } from '../../examples/storefront/open-mint.js'
import { test as base, type Shop } from '../fixtures.js'
import { scriptTag } from '../support/script-tag.js'

export const ENDPOINT = '/apps/discount-keeper/mint'
export const WORD_LANDING = '/?discount=ANNA20&ref=anna'
/** What a minted code of the demo looks like. */
export const MADE = /^ANNA20OFF-[A-Z\d]{10,}$/

interface SafeShop {
  readonly shop: Shop
  /** The keeper of every page has these attributes from now on, next to those of safe codes. */
  readonly configure: (attributes?: Readonly<Record<string, string>>) => void
  /** Checkout ids that were asked for, one for each request. */
  readonly asked: () => readonly string[]
}

/** A shop with safe codes, made by the real handler and the shop's own Admin API. */
export const test = base.extend<{ safe: SafeShop }>({
  safe: async ({ shop }, use) => {
    openMint(shop)
    const configure: SafeShop['configure'] = (attributes = {}) => {
      const script = scriptTag({
        'safe-codes-endpoint': ENDPOINT,
        // a shopper's patience says nothing on a machine with four browsers; what it does has tests of its own
        'safe-codes-patience': '9000',
        ...attributes,
      })
      shop.settings.scriptTag = script
    }
    configure()
    const asked = (): readonly string[] =>
      shop.requests
        .filter(({ path }) => path === ENDPOINT)
        .map(({ body }) => (body as { readonly checkout: string }).checkout)
    await use({ shop, configure, asked })
  },
})

/** The part that makes codes stands at the ways out. */
export const standing = (page: Page): Promise<unknown> =>
  page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('safe-codes.js')),
  )

/** The codes that the checkout on the page honours. */
export const atCheckout = async (page: Page): Promise<readonly string[]> => {
  await page.getByRole('heading', { name: 'Checkout' }).waitFor()
  const codes = page.locator('[data-code][data-applied=true]')
  return codes.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-code') ?? ''))
}

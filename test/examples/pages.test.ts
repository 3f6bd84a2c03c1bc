import { describe, expect, it } from 'vitest'
import { catalog } from '../../examples/storefront/shop/catalog.js'
import { startShop } from '../../examples/storefront/shop/start-shop.js'
import { enter, enterWithMug, leadsTo, openShop } from './shopper.js'

const PATHS = [
  '/',
  '/collections/all',
  '/cart',
  '/discounts',
  '/pages/stacking',
  '/pages/expiry',
  '/pages/consent',
  '/pages/notice',
  ...catalog.map(({ handle }) => `/products/${handle}`),
]

describe('pages', () => {
  it.each(PATHS)('%s exists, also under a locale, without inline script or style', async (path) => {
    const shopper = await enterWithMug(await openShop())
    for (const prefix of ['', '/fr', '/en-ca']) {
      const response = await shopper.get(prefix + path)
      const page = await response.text()
      expect(response.status).toBe(200)
      expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/)
      expect(page).toContain(`data-root="${prefix}/"`)
    }
  })

  it.each([
    '/nope',
    '/xx/',
    '/products/nope',
    '/checkouts/cn/nope',
    '/assets/nope.js',
    '/assets/..%2Flayout.ts',
  ])('%s does not', async (path) => {
    expect((await enter(await openShop()).get(path)).status).toBe(404)
  })

  it('locale folders reach cart, visit and checkout, and links stay under them', async () => {
    const shopper = enter(await openShop())
    expect(leadsTo(await shopper.get('/fr/discount/SAVE10'))).toBe('/fr/')
    await shopper.json('/fr/cart/add.js', { id: 40101 })
    expect((await (await shopper.get('/fr/cart.js')).json()) as unknown).toMatchObject({
      total_discount: 240,
    })
    expect(leadsTo(await shopper.form('/fr/cart', { checkout: '' }))).toBe('/fr/checkout')
    expect((await shopper.get('/fr/checkout')).status).toBe(200)
  })

  it('tell the theme editor apart', async () => {
    const shopper = enter(await openShop())
    expect(await (await shopper.get('/?design_mode=1')).text()).toContain('data-design-mode="true"')
    expect(await (await shopper.get('/')).text()).toContain('data-design-mode="false"')
  })

  it('load the SDK the way the merchant pastes it, or another way, or not', async () => {
    const shop = await openShop()
    const shopper = enter(shop)
    const head = async (): Promise<string> => (await shopper.get('/')).text()
    expect(await head()).toContain('<script src="/assets/discount-keeper.js" defer')
    shop.settings.scriptTag = '<script src="/assets/other.js"></script>'
    expect(await head()).toContain('<script src="/assets/other.js"></script>')
    shop.settings.scriptTag = ''
    expect(await head()).not.toContain('discount-keeper.js')
  })

  it('carry the content policy they are given', async () => {
    const shopper = enter(await openShop({ csp: "default-src 'self'" }))
    expect((await shopper.get('/')).headers.get('content-security-policy')).toBe(
      "default-src 'self'",
    )
    expect((await shopper.get('/cart.js')).headers.has('content-security-policy')).toBe(false)
  })

  it('mark their scripts and styles with the number of the content policy, new on each page', async () => {
    const shopper = await enterWithMug(await openShop({ csp: "script-src 'nonce-{nonce}'" }))
    const seen = new Set<string>()
    for (const path of ['/', '/cart', '/checkout']) {
      const response = await shopper.get(path)
      const policy = response.headers.get('content-security-policy') ?? ''
      const nonce = /^script-src 'nonce-(\w{32})'$/.exec(policy)?.[1] ?? 'none'
      seen.add(nonce)
      const page = await response.text()
      const loading = page.match(/<script[^>]*>|<link rel="stylesheet"[^>]*>/g) ?? []
      expect(loading.length).toBeGreaterThan(1)
      for (const tag of loading) expect(tag).toContain(`nonce="${nonce}"`)
    }
    expect(seen.size).toBe(3)
  })

  it.each(['plain', 'dawn', 'horizon', 'horizon-3'] as const)(
    'theme %s has its script',
    async (theme) => {
      const shopper = enter(await openShop({ theme }))
      expect(await (await shopper.get('/')).text()).toContain(`/assets/theme-${theme}.js`)
      expect((await shopper.get(`/assets/theme-${theme}.js`)).status).toBe(200)
    },
  )

  it('show what a shopper types as text', async () => {
    const shopper = await enterWithMug(await openShop())
    await shopper.update({ discount: '<img src=x>', attributes: { '<b>': '"><i>' } })
    const pages = [await shopper.get('/cart'), await shopper.get('/checkout')]
    for (const page of pages) expect(await page.text()).not.toMatch(/<img src=x>|<b>|<i>/)
  })

  it('offer every way out on the cart', async () => {
    const page = await (await (await enterWithMug(await openShop())).get('/cart')).text()
    expect(page).toMatch(/<a class="quiet" href="\/checkout"/)
    expect(page).toMatch(/<button type="submit" form="cart" name="checkout"/)
    for (const exit of ['location', 'submit']) expect(page).toContain(`data-exit="${exit}"`)
  })
})

describe('startShop', () => {
  it('rejects where the port is taken', async () => {
    const shop = await openShop()
    await expect(startShop({ port: Number(new URL(shop.url).port) })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
  })
})

import type { Shop } from '../fixtures.js'
import { calls, expect, LANDING, MUG, test } from '../fixtures.js'
import { openUndriven } from '../support/open-undriven.js'

/**
 * The shopper, as a script on every page. At home they have the landing prerendered and follow it, or `/cart` instead, when
 * the shop answers `/discounts?go`; once there they buy a mug and go to checkout. What they see they tell by `/discounts?saw=…`.
 */
const shopper = (next: string): string => `<script>
  const say = (word) => fetch('/discounts?saw=' + encodeURIComponent(word))
  const look = () => [
    document.prerendering ? 'prerendering' : 'shown',
    localStorage.length + ' keys',
    document.cookie.includes('cc_') ? 'cookies' : 'no cookies',
    window.DiscountKeeper?.grants?.map(({ code, status }) => code + ' ' + status).join() || 'no grant',
  ].join(', ')
  const prerender = () => {
    const rules = document.createElement('script')
    rules.type = 'speculationrules'
    rules.textContent = '{"prerender":[{"urls":["${LANDING}"],"eagerness":"immediate"}]}'
    document.head.append(rules)
  }
  const buy = async () => {
    DiscountKeeper.on('applied', () => { location.href = '/checkout' })
    await say(look())
    const body = JSON.stringify({ id: ${MUG} })
    await fetch('/cart/add.js', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  }
  const shown = () => DiscountKeeper.on('ready', () => setTimeout(buy, 300))
  addEventListener('load', async () => {
    if (document.prerendering) {
      document.addEventListener('prerenderingchange', shown)
      setTimeout(() => say(look()), 300)
    } else if (location.pathname + location.search === '/') {
      prerender()
      await fetch('/discounts?go')
      location.href = '${next}'
    } else shown()
  })
</script>`

const KEEPER = '<script src="/assets/discount-keeper.js" defer></script>'
const PATIENCE = { timeout: 20_000 }

test.describe.configure({ timeout: 60_000 })

const seen = (shop: Shop): readonly string[] =>
  shop.requests.flatMap(({ query }) => query['saw'] ?? [])

/** Lets the shopper prerender the landing, checks that nothing came of it, and lets them go on. */
const walk = async (shop: Shop, next: string, check: () => Promise<void>): Promise<void> => {
  let go = (): void => undefined
  const gone = new Promise<void>((resolve) => {
    go = resolve
  })
  shop.settings.scriptTag = KEEPER + shopper(next)
  shop.settings.latency = ({ query }) => ('go' in query ? gone : undefined)
  const close = openUndriven(shop.url)
  try {
    await expect
      .poll(() => seen(shop), PATIENCE)
      .toEqual(['prerendering, 0 keys, no cookies, no grant'])
    expect(calls(shop)).toEqual([])
    go()
    await check()
  } finally {
    await close()
  }
}

test('a prerendered page plants nothing until it is shown, and keeps its promise then', async ({
  shop,
}) => {
  await walk(shop, LANDING, async () => {
    await expect
      .poll(() => shop.requests.find(({ path }) => path === '/checkout')?.query, PATIENCE)
      .toEqual({ discount: 'SAVE10' })
    expect(seen(shop)[1]).toBe('shown, 2 keys, cookies, SAVE10 held')
    const landings = shop.requests.filter(({ path, query }) => path === '/' && query['discount'])
    expect(landings, 'what was prerendered is what was shown').toHaveLength(1)
    expect([...shop.carts.values()].map(({ codes }) => codes)).toEqual([['SAVE10']])
  })
})

test('a prerendered page that nobody looks at promises nothing', async ({ shop }) => {
  await walk(shop, '/cart', async () => {
    await expect.poll(() => seen(shop)[1], PATIENCE).toBe('shown, 0 keys, no cookies, no grant')
    await expect.poll(() => [...shop.carts.values()].map(({ codes }) => codes)).toEqual([[]])
  })
})

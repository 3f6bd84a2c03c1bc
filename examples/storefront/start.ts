import { openAttribution } from './open-attribution.js'
import { openMint } from './open-mint.js'
import { startShop } from './shop/start-shop.js'
import type { Shop } from './shop/start-shop.js'
import { TRY_OUTS } from './theme/try-out.js'

const PREFERRED_PORT = 3000

// The real shop blocks for ten minutes; whoever tries that out here should not have to wait as long.
const settings = { limit: { requests: 10, windowMs: 1000, coolDownMs: 20_000 }, debug: true }

const openShop = (): Promise<Shop> => {
  const port = Number(process.env['PORT'] ?? PREFERRED_PORT)
  return startShop({ port, settings }).catch(() => startShop({ settings }))
}

const shop = await openShop()
openMint(shop, (line) => process.stdout.write(`  mint  ${line}\n`))
openAttribution(shop)
const pages = TRY_OUTS.map(({ path, title }) => `  ${title.padEnd(27)} ${shop.url}/${path}`)
const lines = [
  '',
  `  The demo shop is open: ${shop.url}`,
  '',
  `  Arrive by a creator's link  ${shop.url}/?discount=SAVE10&ref=amy`,
  `  Every code of the shop      ${shop.url}/discounts`,
  ...pages,
  '',
  '  Stop it with Ctrl+C.',
  '',
]
process.stdout.write(`${lines.join('\n')}\n`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void shop.close())
}

import { installEngine } from '../../e2e/engines/install-engine.js'
import { startVendure } from '../../e2e/engines/vendure/start-vendure.js'
import { openShop } from './server/open-shop.js'
import { stockShop } from './server/stock-shop.js'

const say = (...lines: readonly string[]): void => {
  process.stdout.write(`\n${lines.map((line) => (line ? `  ${line}\n` : '\n')).join('')}\n`)
}

const open = async (): Promise<void> => {
  const vendure = await startVendure()
  await stockShop(vendure.shop)
  const { close, url } = await openShop({
    api: `${vendure.shop.url}/shop-api`,
    port: Number(process.env['PORT'] ?? 3100),
  })
  say(
    `The headless shop is open: ${url}`,
    '',
    `Arrive by a creator's link  ${url}/?discount=CREATOR20&ref=amy`,
    `By one for a product        ${url}/products/tee?discount=CREATOR20`,
    `With a code that is over    ${url}/?discount=EXPIRED`,
    `With one for 100.00 or more ${url}/?discount=MIN100`,
    '',
    'Stop it with Ctrl+C.',
  )
  const stop = (): void => void Promise.all([close(), vendure.stop()])
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
}

if (installEngine('vendure')) await open()
else {
  say('The headless shop runs on a real Vendure, which could not be installed here.')
  process.exitCode = 1
}

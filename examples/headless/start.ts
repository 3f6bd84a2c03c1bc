import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { openStorefrontApi } from '../../test/support/storefront-api/open-storefront-api.js'
import { createApp } from './create-app.js'

const DAY = 86_400_000
const now = Date.now()

const api = openStorefrontApi({
  origin: '',
  coupons: [
    { code: 'CREATOR20', percent: 20 },
    { code: 'EXTRA10', percent: 10 },
    { code: 'ALONE30', percent: 30, combines: false },
    { code: 'MIN100', percent: 10, minimum: 10_000 },
    { code: 'EXPIRED', percent: 10, endsAt: now - DAY },
  ],
})
const server = createAdaptorServer({ fetch: createApp(api).fetch })

server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo // oxlint-disable-line no-unsafe-type-assertion
  const url = `http://127.0.0.1:${port}`
  process.stdout.write(`
  The headless shop is open: ${url}

  Arrive by a creator's link  ${url}/?discount=CREATOR20&ref=amy

  Stop it with Ctrl+C.
`)
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close())

import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { DiscountKeeperError } from '../../src/errors.js'
import { createMintApp, MINT_PATH } from './create-mint-app.js'
import { minterOf } from './minter-of.js'

const { MINT_KEY, ORIGIN = 'http://127.0.0.1:3000', PORT = 0 } = process.env
const write = (line: string): void => void process.stdout.write(`  ${line}\n`)

const HELP = [
  'Codes are made at a shop, and this server was told of none.',
  '',
  'For the demo shop, in two terminals:',
  '  SHOP_TOKEN=any-secret npm start',
  '  SHOP_TOKEN=any-secret npm run mint-server',
  'For a Vendure server:',
  '  VENDURE_URL=http://localhost:3000/admin-api VENDURE_TOKEN=… npm run mint-server',
  '',
  'ORIGIN is where the storefront is (http://127.0.0.1:3000), SHOP_URL the shop if that is elsewhere,',
  'PORT where to listen, MINT_KEY a secret of 32 bytes or more that outlives the server.',
]

const portOf = (text: string | number): number => {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new DiscountKeeperError('OPTION', `PORT is no port: ${text}`)
}

const open = (): void => {
  // codes outlive the server only where its key does
  const key = MINT_KEY ?? randomBytes(32).toString('hex')
  const minter = minterOf({ SHOP_URL: ORIGIN, ...process.env })
  const app = createMintApp({ origins: [ORIGIN], keys: [key], minter, write })
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false })

  server.listen(portOf(PORT), '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo // oxlint-disable-line no-unsafe-type-assertion
    write(`Codes are made at http://127.0.0.1:${port}${MINT_PATH}/mint, for pages of ${ORIGIN}`)
    write('Stop it with Ctrl+C.')
  })
  server.once('error', fail)

  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close())
}

/** What is wrong with the settings, or with the port, is said in a sentence. */
const fail = (error: unknown): void => {
  write(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

if (process.env['SHOP_TOKEN'] || process.env['VENDURE_URL'])
  try {
    open()
  } catch (error) {
    fail(error)
  }
else {
  for (const line of HELP) write(line)
  process.exitCode = 1
}

import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { createMintApp, MINT_PATH } from './create-mint-app.js'
import { minterOf } from './minter-of.js'

const { MINT_KEY, ORIGIN = 'http://127.0.0.1:3000', PORT = 0 } = process.env
const write = (line: string): void => void process.stdout.write(`  ${line}\n`)

// codes outlive the server only where its key does
const key = MINT_KEY ?? randomBytes(32).toString('hex')
const app = createMintApp({ origins: [ORIGIN], keys: [key], minter: minterOf(process.env), write })
const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false })

server.listen(Number(PORT), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo // oxlint-disable-line no-unsafe-type-assertion
  write(`Codes are made at http://127.0.0.1:${port}${MINT_PATH}/mint, for pages of ${ORIGIN}`)
  write('Stop it with Ctrl+C.')
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close())

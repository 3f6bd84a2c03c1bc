import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { Key, Minter, MintOptions, MintReport } from '../../src/server/index.js'
import { createMintHandler, createRefresher, signLink } from '../../src/server/index.js'
import { findOffers } from './offers.js'

export interface MintAppOptions {
  /** Where the storefront is: only its pages may ask. */
  readonly origins: readonly [string, ...string[]]
  readonly keys: readonly Key[]
  readonly minter: Minter
  /** Where the shop has a discount function: signs for the offers that need no code. */
  readonly grant?: MintOptions['grant']
  /** Hears each line of the log. */
  readonly write?: ((line: string) => void) | undefined
  readonly now?: (() => number) | undefined
  /** Shows its log to anybody, and signs a letter for anybody: what a demo wants and no other server may. */
  readonly isDemo?: boolean | undefined
}

/** What Node's adapter tells of a connection, or who passes a request on of its client. */
interface MintEnv {
  readonly Bindings: Partial<HttpBindings> & { readonly client?: string | undefined }
}

/** The folder that a shop's own server answers under, as Shopify's app proxy has it. */
export const MINT_PATH = '/apps/discount-keeper'

const HOUR = 3_600_000
const MOST_LINES = 50

/** One line a request: when, what, what became of it. A report names no code, no key and no token. */
const lineOf = ({ offer, outcome, reason }: MintReport, at: number): string =>
  [new Date(at).toISOString().slice(11, 19), outcome, offer && `offer ${offer}`, reason]
    .filter(Boolean)
    .join(' · ')

/** The server of safe codes: it makes codes and keeps cookies; for a demo it signs a link and shows its log as well. */
export const createMintApp = (options: MintAppOptions): Hono<MintEnv> => {
  const { grant, isDemo, keys, minter, now = Date.now, origins, write = () => undefined } = options
  const log: string[] = []
  const tell = (report: MintReport): void => {
    const line = lineOf(report, now())
    log.push(line)
    if (log.length > MOST_LINES) log.shift()
    write(line)
  }
  const addresses = new WeakMap<Request, string>()
  const limits = { clientIp: (request: Request) => addresses.get(request) }
  const mint = createMintHandler({ keys, origins, findOffers, minter, grant, limits, now, tell })
  const refresh = createRefresher({ origins })

  const app = new Hono<MintEnv>().basePath(MINT_PATH)
  app.all('/mint', (c) => {
    const { raw } = c.req
    // behind a proxy that sets it, take the header that it sets
    const address = c.env.client ?? c.env.incoming?.socket.remoteAddress
    if (address) addresses.set(raw, address)
    return mint(raw)
  })
  app.all('/refresh', (c) => refresh(c.req.raw))
  if (!isDemo) return app
  app.get('/log', (c) => c.json(log, 200, { 'cache-control': 'no-store' }))
  // stands for an e-mail: a link that nobody else can make, and that ends in an hour
  app.get('/letter', async (c) => {
    const url = `${origins[0]}/pages/anti-leak`
    return c.redirect(await signLink({ url, ref: 'anna', endsAt: now() + HOUR, now }, keys))
  })
  return app
}

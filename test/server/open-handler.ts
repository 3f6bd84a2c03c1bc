import type { Handler, MintOptions, MintOrder, MintReport, Offer } from '../../src/server/index.js'
import { createMintHandler } from '../../src/server/index.js'

/** A moment in 2027, some minutes into a day. */
export const NOON = 1_800_000_000_000
export const HOUR = 3_600_000
export const SHOP = 'https://shop.example'
export const KEY = 'a secret that is at least as long as it has to be'
export const CHECKOUT = 'checkout-0123456789'

export const AMY: Offer = {
  id: 'amy',
  base: 'CREATOR20',
  firstName: 'Amy',
  discount: '20OFF',
  affiliate: 'amy-and-friends',
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  readonly code: string
  readonly endsAt: number
}

export interface OpenedHandler {
  readonly handler: Handler
  readonly ask: (body: object, headers?: Readonly<Record<string, string>>) => Promise<Answer>
  /** What the shop was asked to make. */
  readonly orders: readonly MintOrder[]
  readonly reports: readonly MintReport[]
}

type Raw = string | Uint8Array<ArrayBuffer> | ReadableStream

const isRaw = (body: Raw | object): body is Raw =>
  typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream

/** A request as the keeper sends it, with the headers and the body given. */
export const post = (body: Raw | object, headers: Readonly<Record<string, string>> = {}): Request =>
  new Request(`${SHOP}/mint`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: SHOP, ...headers },
    ...(body instanceof ReadableStream && { duplex: 'half' }),
    body: isRaw(body) ? body : JSON.stringify(body),
  })

/** All that a browser could tell answers apart by. */
export const read = async (response: Response): Promise<Answer> => {
  const text = await response.text()
  const said = text
    ? (JSON.parse(text) as { code: string; endsAt: number })
    : { code: '', endsAt: 0 }
  return { ...said, status: response.status, headers: Object.fromEntries(response.headers), text }
}

/** A handler whose shop keeps codes in memory and knows `AMY` by her word `FROM-AMY`. */
export const openHandler = (options: Partial<MintOptions> = {}): OpenedHandler => {
  const orders: MintOrder[] = []
  const reports: MintReport[] = []
  const taken = new Set<string>()
  const handler = createMintHandler({
    keys: [KEY],
    origins: [SHOP],
    findOffers: ({ word }) => (word === 'FROM-AMY' ? AMY : undefined),
    minter: {
      name: 'memory',
      longest: 64,
      mint: async (order) => {
        orders.push(order)
        const outcome = taken.has(order.code) ? 'taken' : 'minted'
        taken.add(order.code)
        return outcome
      },
    },
    now: () => NOON,
    tell: (report) => reports.push(report),
    ...options,
  })
  const ask: OpenedHandler['ask'] = async (body, headers) =>
    read(await handler(post(body, headers)))
  return { handler, ask, orders, reports }
}

/** What a safe-code link of Amy's asks at checkout. */
export const QUESTION = { checkout: CHECKOUT, discount: 'FROM-AMY' }

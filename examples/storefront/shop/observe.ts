import type { MiddlewareHandler } from 'hono'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { challenge, faultAnswer } from './fault-answers.js'
import { cartCookie, sessionCookie } from './cookies.js'
import type { Fault } from './settings.js'
import type { ShopContext, ShopEnv, ShopState } from './state.js'
import type { RecordedRequest } from './types.js'

const CART_CALL = /\/cart(?:\.js|\/(?:add|update|change|clear)(?:\.js)?)$/

const recordOf = (state: ShopState, c: ShopContext): RecordedRequest => {
  const url = new URL(c.req.url)
  return {
    at: state.settings.now(),
    method: c.req.method,
    host: url.host,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    search: url.search,
    headers: c.req.header(),
    body: c.get('body').recorded,
    cartCookie: cartCookie(c),
    session: sessionCookie(c),
    status: undefined,
    setCookie: [],
  }
}

const clientOf = (c: ShopContext): string =>
  `${c.env.incoming.socket.remoteAddress} ${c.req.header('user-agent')}`

interface Exchange {
  readonly record: RecordedRequest
  readonly fault: Fault | undefined
  readonly next: () => Promise<void>
}

const answer = async (
  state: ShopState,
  c: ShopContext,
  { record, fault, next }: Exchange,
): Promise<void> => {
  const early = fault && faultAnswer(fault)
  if (early) {
    c.res = early
  } else if (CART_CALL.test(record.path) && state.limit.refuses(clientOf(c))) {
    c.res = challenge()
  } else {
    await next()
  }
  if (fault !== '400-after-success') return
  const cookies = c.res.headers.getSetCookie()
  c.res = Response.json(
    { status: 'bad_request', message: 'Bad Request', description: 'Asked for.' },
    { status: 400 },
  )
  for (const cookie of cookies) c.res.headers.append('set-cookie', cookie)
}

/** Sends half of the answer and hangs up. */
const breakOff = async (c: ShopContext): Promise<void> => {
  const { headers, status } = c.res
  const { outgoing } = c.env
  const body = Buffer.from(await c.res.arrayBuffer())
  outgoing.writeHead(status, {
    ...Object.fromEntries(headers),
    'set-cookie': headers.getSetCookie(),
    'content-length': body.length,
  })
  outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy())
  // what was there would lend its headers to what takes its place
  c.res = undefined
  c.res = RESPONSE_ALREADY_SENT
}

/** Records a request, lets it fail the way the settings say, and holds its answer as long as they say. */
export const observe =
  (state: ShopState): MiddlewareHandler<ShopEnv> =>
  async (c, next) => {
    const record = recordOf(state, c)
    if (!record.path.startsWith('/assets/')) state.requests.push(record)
    const fault = state.settings.fault(record)
    if (fault === 'offline') {
      c.env.incoming.socket.destroy()
      return RESPONSE_ALREADY_SENT
    }
    if (fault === 'hang') return new Promise<Response>(() => {})
    await answer(state, c, { record, fault, next })
    record.status = c.res.status
    record.setCookie = c.res.headers.getSetCookie()
    const hold = state.settings.latency(record)
    if (hold !== undefined) {
      await (typeof hold === 'number' ? new Promise((done) => setTimeout(done, hold)) : hold)
    }
    // a redirect has nothing to break off in
    if (fault === 'half' && c.res.body) await breakOff(c)
    return undefined
  }

import type { Readable, Writable } from 'node:stream'

export type Answer = Readonly<Record<string, unknown>>

/** One end of the DevTools protocol: the browser itself, or one page. */
export interface Session {
  /** Resolves to what it answers; rejects with what it refuses, and where it goes away meanwhile. */
  readonly send: (method: string, params?: object) => Promise<Answer>
  /** Tells of each such event from now on, until what it answers is called. */
  readonly on: (event: string, heard: (params: Answer) => void) => () => void
}

export interface Pipe {
  readonly browser: Session
  /** The page that was attached to by this name. */
  readonly page: (id: string) => Session
  /** Nothing will be answered any more. */
  readonly end: () => void
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: Answer
  readonly sessionId?: string
  readonly result?: Answer
  readonly error?: { readonly message: string }
}

interface Order {
  readonly method: string
  readonly session: string
  readonly done: (answer: Answer) => void
  readonly failed: (error: Error) => void
}

const readMessages = (stream: Readable, heard: (message: Message) => void): void => {
  let text = ''
  stream.setEncoding('utf8')
  stream.on('data', (part: string) => {
    const whole = (text + part).split('\0')
    text = whole.pop() ?? ''
    for (const one of whole) heard(JSON.parse(one) as Message)
  })
}

/** Speaks the DevTools protocol over two streams. */
export const openPipe = (orders: Writable, answers: Readable): Pipe => {
  const open = new Map<number, Order>()
  const listeners = new Map<string, Set<(params: Answer) => void>>()
  let sent = 0

  const give = (id: number, order: Order, { error, result = {} }: Message): void => {
    open.delete(id)
    if (error) order.failed(new Error(`${order.method}: ${error.message}`))
    else order.done(result)
  }
  const drop = (isLost: (order: Order) => boolean, message: string): void => {
    for (const [id, order] of open) if (isLost(order)) give(id, order, { error: { message } })
  }
  readMessages(answers, (message) => {
    const { id, method = '', params = {}, sessionId = '' } = message
    const order = id === undefined ? undefined : open.get(id)
    if (id !== undefined && order) give(id, order, message)
    for (const heard of listeners.get(`${sessionId} ${method}`) ?? []) heard(params)
    // what was asked of a page that is gone stays without an answer
    if (method === 'Target.detachedFromTarget')
      drop(({ session }) => session === params['sessionId'], 'The page is gone')
  })
  // told by its end
  orders.on('error', () => undefined)

  const sessionAt = (session: string): Session => ({
    send: (method, params = {}) =>
      new Promise((done, failed) => {
        const id = ++sent
        open.set(id, { method, session, done, failed })
        const to = session ? { sessionId: session } : {}
        orders.write(`${JSON.stringify({ id, method, params, ...to })}\0`)
      }),
    on: (event, heard) => {
      const name = `${session} ${event}`
      const all = listeners.get(name) ?? new Set()
      listeners.set(name, all.add(heard))
      return () => {
        all.delete(heard)
        if (!all.size) listeners.delete(name)
      }
    },
  })
  return {
    browser: sessionAt(''),
    page: sessionAt,
    end: () => drop(() => true, 'The browser is gone'),
  }
}

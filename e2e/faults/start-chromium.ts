import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { CHROMIUM_ARGS } from '../support/chromium-args.js'
import { findBrowser, findShell } from '../support/find-browser.js'

export type Answer = Readonly<Record<string, unknown>>

/** A browser without a window that is told by the DevTools protocol what to do, and by nobody watched. */
export interface Chromium {
  /** Resolves to what the browser, or the page of a session, answers; rejects with what it refuses. */
  readonly send: (method: string, params?: object, session?: string) => Promise<Answer>
  /** Resolves when the page of a session tells of that event next. */
  readonly next: (event: string, session: string) => Promise<void>
  readonly close: () => Promise<void>
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly sessionId?: string
  readonly result?: Answer
  readonly error?: { readonly message: string }
}

interface Waiting {
  readonly is: (message: Message) => boolean
  readonly done: (message: Message) => void
  readonly failed: (error: Error) => void
}

const ARGS = [
  ...CHROMIUM_ARGS,
  '--headless=new',
  '--disable-back-forward-cache',
  // every tab is looked at, as far as its page can tell
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  // half of what a page costs: a process for it, a frame and a picture
  '--process-per-site',
  '--renderer-process-limit=1',
  '--disable-features=RenderDocument,PaintHolding,IsolateOrigins,site-per-process',
  '--remote-debugging-pipe',
]

const readMessages = (stream: Readable, heard: (message: Message) => void): void => {
  let text = ''
  stream.setEncoding('utf8')
  stream.on('data', (part: string) => {
    const whole = (text + part).split('\0')
    text = whole.pop() ?? ''
    for (const one of whole) heard(JSON.parse(one) as Message)
  })
}

/** Starts one for pages by the thousand: a driver that follows all that pages do costs more than the pages. */
export const startChromium = (): Chromium => {
  const profile = mkdtempSync(join(tmpdir(), 'discount-keeper-profile-'))
  const child = spawn(
    findShell() ?? findBrowser() ?? 'chromium',
    [...ARGS, `--user-data-dir=${profile}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: true },
  )
  const [, , , orders, answers] = child.stdio as unknown as readonly [0, 0, 0, Writable, Readable]
  const waiting = new Set<Waiting>()
  let sent = 0

  const wait = (is: Waiting['is']): Promise<Message> =>
    new Promise((resolve, reject) => {
      waiting.add({ is, done: resolve, failed: reject })
    })
  readMessages(answers, (message) => {
    for (const one of waiting)
      if (one.is(message)) {
        waiting.delete(one)
        one.done(message)
      }
  })
  const ended = new Promise<void>((resolve) => {
    for (const event of ['exit', 'error']) child.once(event, () => resolve())
  })
  const end = async (): Promise<void> => {
    await ended
    for (const { failed } of waiting) failed(new Error('The browser is gone'))
  }
  void end()
  // told by its end
  orders.on('error', () => undefined)

  return {
    send: async (method, params = {}, sessionId) => {
      const id = ++sent
      const answered = wait((message) => message.id === id)
      orders.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
      const { error, result = {} } = await answered
      if (error) throw new Error(`${method}: ${error.message}`)
      return result
    },
    next: async (event, session) => {
      await wait(({ method, sessionId }) => method === event && sessionId === session)
    },
    close: async () => {
      // a group of its own, so that its helpers end with it
      if (child.pid) process.kill(-child.pid, 'SIGKILL')
      await ended
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

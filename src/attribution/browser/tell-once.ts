import { whenAnswered } from './page-consent.js'
import type { ConsentAnswerer } from './page-consent.js'
import { toldMemory } from './told-memory.js'
import type { RemembersIn } from './told-memory.js'

/** What a message of a page is told by. */
export interface TellOptions {
  /** Nothing is sent without it. While the shopper has not answered, it waits for their answer. */
  readonly consent: ConsentAnswerer
  /** Says what would be sent, and sends nothing. */
  readonly preview?: boolean | undefined
  /** Stops waiting for an answer. */
  readonly signal?: AbortSignal | undefined
  /** Default: the page's own. */
  readonly view?: TellView | undefined
}

/** The parts of a page that are used. */
export interface TellView extends RemembersIn {
  readonly fetch: typeof fetch
  readonly navigator: object
}

/**
 * What became of it: `sent` and taken, as far as a page can know · `known` it was told before · `refused` the shopper does
 * not allow it, or has not answered · `preview` nothing was sent, this would have been · `nobody` there is nobody to be paid · `failed` try again.
 */
export type Told =
  | { readonly state: 'sent' | 'known' | 'refused' | 'nobody' }
  | { readonly state: 'preview'; readonly url: string; readonly body?: string | undefined }
  | { readonly state: 'failed'; readonly reason: string }

/** One message of a page. */
export interface PageMessage {
  /** What it must be told once under. */
  readonly key: string
  readonly url: string
  readonly body?: string | undefined
  readonly init: RequestInit
  /** Sent in place of `body` where the shopper refuses, at every load: nothing is remembered of it. */
  readonly refusal?: string | undefined
}

/** Bytes that all requests which outlive a page may have together. */
const BUDGET = 65_536

/** Whether a request with this body can outlive its page: beyond the budget browsers refuse it at once. */
export const fitsBudget = (body = ''): boolean => new TextEncoder().encode(body).length <= BUDGET

const send = async ({ body, init, url }: PageMessage, { fetch }: TellView): Promise<Told> => {
  const keepalive = fitsBudget(body)
  const attempt = (outlives: boolean): Promise<Response> =>
    fetch(url, { ...init, ...(body !== undefined && { body }), keepalive: outlives })
  // others may have used the budget up; a message without body needs none of it
  const again = (cause: unknown): Promise<Response> => {
    if (keepalive && body !== undefined) return attempt(false)
    throw cause
  }
  const { ok, status, type } = await attempt(keepalive).catch(again)
  return ok || type === 'opaque'
    ? { state: 'sent' }
    : { state: 'failed', reason: `status ${status}` }
}

/** Tells one thing once in this browser, with the shopper's consent. Never rejects. */
export const tellOnce = async (message: PageMessage, options: TellOptions): Promise<Told> => {
  const { consent, preview, signal, view = globalThis.window } = options
  const { body, key, refusal, url } = message
  if (preview) return { state: 'preview', url, body }
  const memory = toldMemory(view)
  try {
    const isAllowed = await whenAnswered(consent, { navigator: view.navigator, signal })
    if (!isAllowed) {
      if (isAllowed === false && refusal) await send({ ...message, body: refusal }, view)
      return { state: 'refused' }
    }
    if (memory.has(key)) return { state: 'known' }
    // before it is sent: the page may be left, or loaded again, before the answer
    memory.add(key)
    const told = await send(message, view)
    if (told.state === 'failed') memory.remove(key)
    return told
  } catch (cause) {
    memory.remove(key)
    return { state: 'failed', reason: cause instanceof Error ? cause.name : 'unknown' }
  }
}

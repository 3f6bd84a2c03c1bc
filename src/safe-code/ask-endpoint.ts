import { DiscountKeeperError } from '../errors.js'
import { isObject } from '../is-object.js'
import type { Cart, LinkPromise } from '../types.js'
import { readAttributes } from './read-attributes.js'

/** Milliseconds: an endpoint that has not answered by then has failed. */
const TIMEOUT = 10_000
/** Milliseconds: how soon an endpoint that failed is asked again, unless it says otherwise, and how late at most. */
export const AGAIN = 60_000
const LATEST = 600_000

export interface Question extends LinkPromise {
  readonly checkout: string
}

/** A code, attributes that stand for one on the cart, or both. */
export interface MadeAnswer {
  readonly kind: 'made'
  /** `''` where there is none. */
  readonly code: string
  readonly attributes: Cart['attributes'] | undefined
  /** Milliseconds since 1970. */
  readonly endsAt: number
}

/** What came of a question. `wait` is in milliseconds. */
export type Answer =
  | MadeAnswer
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed'; readonly wait: number; readonly error: DiscountKeeperError }

const failed = (why: string, wait = AGAIN, cause?: unknown): Answer => ({
  kind: 'failed',
  wait,
  error: new DiscountKeeperError('MINT', `No code was made for this checkout: ${why}`, cause),
})

const waitOf = ({ headers }: Response): number => {
  const seconds = Number(headers.get('retry-after'))
  return seconds > 0 ? Math.min(seconds * 1000, LATEST) : AGAIN
}

const read = async (
  response: Response,
  gate: (value: unknown) => string | undefined,
): Promise<Answer> => {
  const { status } = response
  if (status === 403) return { kind: 'refused' }
  if (status !== 200) return failed(`the endpoint answered ${status}`, waitOf(response))
  const said: unknown = await response.json()
  const { attributes: named, code: text, endsAt } = isObject(said) ? said : {}
  const code = text === undefined ? '' : gate(text)
  const attributes = readAttributes(named)
  const isRight = code !== undefined && (named === undefined ? !!code : !!attributes)
  return isRight && typeof endsAt === 'number' && Number.isFinite(endsAt)
    ? { kind: 'made', code, attributes, endsAt }
    : failed('the endpoint answered something else')
}

/** Asks the endpoint for one code, or for what stands for it, in one request. Never rejects. */
export const askEndpoint = async (
  endpoint: string,
  question: Question,
  gate: (value: unknown) => string | undefined,
): Promise<Answer> => {
  const stopped = new AbortController()
  const timer = setTimeout(() => stopped.abort(), TIMEOUT)
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(question),
      signal: stopped.signal,
    })
    return await read(response, gate)
  } catch (cause) {
    return failed('the endpoint did not answer', AGAIN, cause)
  } finally {
    clearTimeout(timer)
  }
}

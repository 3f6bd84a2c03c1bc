import { DiscountKeeperError } from '../errors.js'

/** Milliseconds: a shop that has not answered by then is not going to. */
const PATIENCE = 10_000

/** An answer that was JSON, whatever its status. */
export interface JsonAnswer {
  readonly status: number
  readonly isFine: boolean
  readonly headers: Headers
  readonly body: unknown
}

/**
 * Sends one request and reads JSON. Rejects with `OFFLINE` where nobody answers in time, with `COOL_DOWN` where the shop
 * asked for it, or answered with something else than JSON.
 */
export const requestJson = async (
  fetch: typeof globalThis.fetch,
  url: string,
  init: RequestInit,
): Promise<JsonAnswer> => {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), PATIENCE)
  const ask = async (): Promise<JsonAnswer> => {
    const response = await fetch(url, { ...init, signal: controller.signal })
    const { headers, ok, status } = response
    return { status, isFine: ok, headers, body: await response.json().catch(() => undefined) }
  }
  try {
    const answer = await ask().catch((cause: unknown) => {
      throw new DiscountKeeperError('OFFLINE', 'The shop did not answer', cause)
    })
    // a challenge page instead of JSON is how a shop says "too often"
    if (answer.status === 429 || !answer.body)
      throw new DiscountKeeperError('COOL_DOWN', `The shop answered ${answer.status}`)
    return answer
  } finally {
    clearTimeout(timer)
  }
}

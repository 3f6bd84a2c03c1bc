import { DiscountKeeperError } from '../errors.js'

/** A shop that has not answered by then is not going to. */
const PATIENCE = 10_000

/** What a shop answered, as JSON. */
export interface ShopAnswer {
  readonly status: number
  /** The status says that it went well. */
  readonly isFine: boolean
  readonly body: unknown
}

/**
 * Asks a shop for JSON. Rejects with `OFFLINE` where no answer came in ten seconds, and with `COOL_DOWN` where the shop says
 * "too often", with a status or with a challenge page instead of JSON.
 */
export const askShop = async (
  fetch: typeof globalThis.fetch,
  url: string,
  init: RequestInit,
): Promise<ShopAnswer> => {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), PATIENCE)
  const ask = async (): Promise<ShopAnswer> => {
    const response = await fetch(url, { ...init, signal: controller.signal })
    const body: unknown = await response.json().catch((cause: unknown) => {
      if (controller.signal.aborted) throw cause
    })
    return { status: response.status, isFine: response.ok, body }
  }
  try {
    const answer = await ask()
    if (answer.status !== 429 && answer.body) return answer
    throw new DiscountKeeperError('COOL_DOWN', `The shop answered ${answer.status}`)
  } catch (cause) {
    if (cause instanceof DiscountKeeperError) throw cause
    throw new DiscountKeeperError('OFFLINE', 'The shop did not answer', cause)
  } finally {
    clearTimeout(timer)
  }
}

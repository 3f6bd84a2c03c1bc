import { DiscountKeeperError } from '../errors.js'

/** A shop that has not answered by then is not going to. */
const PATIENCE = 10_000

/** What a shop answered, as JSON; `isFine`: its status says that it went well. */
export type ShopAnswer = readonly [body: unknown, isFine: boolean, status: number]

/** What to send, and where to write down that it is ours. */
export interface ShopRequest extends RequestInit {
  /** Collects the URL, for telling our requests from the page's; undefined where nobody asks. */
  readonly own?: string[] | undefined
}

/**
 * Asks a shop for JSON. Rejects with `OFFLINE` where no whole answer came in ten seconds, and with `COOL_DOWN` where the shop says
 * "too often", with a status or with a challenge page instead of JSON.
 */
export const askShop = async (
  fetch: typeof globalThis.fetch,
  url: string,
  { own, ...init }: ShopRequest,
): Promise<ShopAnswer> => {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), PATIENCE)
  own?.push(url)
  try {
    const response = await fetch(url, { ...init, signal: controller.signal })
    const { ok, status } = response
    const body: unknown =
      status !== 429 &&
      (await response.json().catch((cause: Error) => {
        // a body that breaks off says nothing of the shop: the page may just be left
        if (cause.name !== 'SyntaxError') throw cause
      }))
    if (body) return [body, ok, status]
    throw new DiscountKeeperError('COOL_DOWN', `The shop answered ${status}`)
  } catch (cause) {
    if (cause instanceof DiscountKeeperError) throw cause
    // not sent, or not seen: the next request to this URL may be the page's
    own?.splice(0)
    throw new DiscountKeeperError('OFFLINE', 'The shop did not answer', cause)
  } finally {
    clearTimeout(timer)
  }
}

import type { ConversionStore, Delivery, Outcome } from '../conversions/conversion-store.js'

/** Signs a message: answers headers to send along, such as an HMAC of the address. */
export type SignPostback = (
  url: string,
) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>

/** What messages are delivered by. */
export interface DeliverOptions {
  readonly store: Pick<ConversionStore, 'take' | 'finish'>
  readonly fetch?: typeof fetch | undefined
  readonly sign?: SignPostback | undefined
  /** Tries before a message is given up; default 8, over about two days. */
  readonly tries?: number | undefined
  /** Messages that are tried at one call; default 50. The rest waits for the next one. */
  readonly most?: number | undefined
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined
  /** From 0 up to 1, as `Math.random` gives it: spreads the tries of many messages. */
  readonly random?: (() => number) | undefined
}

/** Milliseconds that one answer is waited for, and the signature before it. */
const PATIENCE = 10_000
/** Milliseconds after which another process may take a message that this one did not finish. */
const LEASE = 60_000
/** Milliseconds before the second try; four times as long before each one after it. */
const FIRST_WAIT = 10_000
const DAY = 86_400_000

/** What an answer means. Another try helps against troubles of the moment, not against a message that is refused. */
const judge = (status: number): 'delivered' | 'again' | 'dead' => {
  if (status >= 200 && status < 300) return 'delivered'
  return status >= 500 || status === 408 || status === 429 ? 'again' : 'dead'
}

/** Seconds, or a date, as `Retry-After` has it; in milliseconds from now. */
const askedWait = (header: string | null, now: number): number => {
  if (!header) return 0
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), DAY) : 0
}

/** What was promised, or a rejection once the signal aborts. */
const inTime = <Value>(promised: Value | Promise<Value>, signal: AbortSignal): Promise<Value> =>
  Promise.race([
    promised,
    new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
    ),
  ])

/**
 * Delivers what is due, `most` at once, and answers how many messages were tried; call it from a timer or a scheduled job, in as many
 * processes as there are. A message arrives at least once: only a crash between a receiver's answer and the store's can
 * repeat it, and the header `Idempotency-Key` is then the same. Redirects are not followed, and count as refused.
 */
export const deliverPostbacks = async (options: DeliverOptions): Promise<number> => {
  const { now = Date.now, random = Math.random, sign, store, tries = 8 } = options
  const { most = 50 } = options
  const send = options.fetch ?? fetch

  const attempt = async ({
    orderId,
    postback,
    url,
  }: Delivery): Promise<readonly [string, string, number]> => {
    try {
      const signal = AbortSignal.timeout(PATIENCE)
      const headers = {
        'Idempotency-Key': `${postback}:${encodeURIComponent(orderId)}`,
        ...(sign && (await inTime(sign(url), signal))),
      }
      const answer = await inTime(send(url, { headers, redirect: 'manual', signal }), signal)
      // it was taken, whatever becomes of the rest
      answer.body?.cancel().catch(() => undefined)
      return [
        judge(answer.status),
        `status ${answer.status}`,
        askedWait(answer.headers.get('Retry-After'), now()),
      ]
    } catch (cause) {
      return ['again', cause instanceof Error ? cause.name : 'unknown', 0]
    }
  }
  const toOutcome = (
    { attempts }: Delivery,
    [state, trouble, wait]: readonly [string, string, number],
  ): Outcome => {
    if (state === 'delivered') return { state }
    if (state === 'dead' || attempts + 1 >= tries) return { state: 'dead', trouble }
    const backOff = FIRST_WAIT * 4 ** attempts * (1 + random())
    return { state: 'again', trouble, at: now() + Math.max(wait, Math.min(backOff, DAY)) }
  }
  const due = await store.take(now(), now() + LEASE, most)
  await Promise.all(
    due.map(async (delivery) =>
      store.finish(delivery, toOutcome(delivery, await attempt(delivery))),
    ),
  )
  return due.length
}

import { MintError } from '../errors.js'

/** What a shop answered. `status` is below 500 and none of those that say "not now" or "not you". */
export interface ApiAnswer {
  readonly status: number
  readonly body: unknown
}

export interface ApiRequest {
  readonly fetch: typeof globalThis.fetch
  readonly url: string
  /** @default 'GET' */
  readonly method?: 'GET' | 'POST' | undefined
  /** Whatever the shop does, the request is over when this says so. */
  readonly signal: AbortSignal
  readonly headers: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: object | undefined
}

const unavailable = (what: string): MintError => new MintError('UNAVAILABLE', `The shop ${what}`)
const misconfigured = (what: string): MintError =>
  new MintError('MISCONFIGURED', `The shop ${what}`)

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const end = (): void => reject(unavailable('took too long'))
    if (signal.aborted) end()
    signal.addEventListener('abort', end, { once: true })
  })

/** Why a status is no answer to what was asked. */
const refusalOf = (status: number): MintError | undefined => {
  if (status === 429 || status >= 500) return unavailable(`answered ${status}`)
  if (status === 401 || status === 403)
    return misconfigured(`answered ${status}: it does not accept the access, or not for this`)
  // some runtimes hide where to, and with it the status
  return status < 200 || (status >= 300 && status < 400)
    ? misconfigured('sends requests to another address, which has to be named instead')
    : undefined
}

const request = async ({
  body,
  fetch,
  headers,
  method = 'GET',
  signal,
  url,
}: ApiRequest): Promise<ApiAnswer> => {
  const response = await fetch(url, {
    method,
    headers: {
      Accept: 'application/json',
      ...(body && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    redirect: 'manual',
    signal,
    ...(body && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw unavailable('could not be reached')
  })
  const { status } = response
  const refusal = refusalOf(status)
  if (refusal) {
    // a body that nobody reads keeps its connection
    response.body?.cancel().catch(() => {})
    throw refusal
  }
  const answer: unknown = await response.json().catch(() => {
    throw unavailable(`answered ${status} without JSON`)
  })
  return { status, body: answer }
}

/**
 * Asks a shop's API for JSON. Rejects with `UNAVAILABLE` where none came in time, or the shop has too much to do; with
 * `MISCONFIGURED` where it does not know the access, or sends the request elsewhere: access is for the host it was given for.
 */
export const askApi = (asked: ApiRequest): Promise<ApiAnswer> =>
  Promise.race([request(asked), aborted(asked.signal)])

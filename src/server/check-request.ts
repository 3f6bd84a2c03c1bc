import type { Verdict } from './verdicts.js'
import { invalid, refused } from './verdicts.js'

const DAY_IN_SECONDS = '86400'

const PREFLIGHT: Verdict = {
  status: 204,
  headers: [
    ['access-control-allow-methods', 'POST'],
    ['access-control-allow-headers', 'content-type'],
    ['access-control-max-age', DAY_IN_SECONDS],
  ],
  report: { outcome: 'preflight' },
}
const PREFETCH: Verdict = { status: 204, report: { outcome: 'prefetch' } }

const JSON_TYPE = /^application\/json *(;|$)/i

/** The origin of the page that asks, if it may. Browsers send it with every POST, of the same origin too. */
export const allowedOrigin = (request: Request, origins: readonly string[]): string | undefined =>
  origins.find((origin) => origin === request.headers.get('origin'))

/** What a request's headers alone decide, or undefined where its body is worth reading. */
export const checkRequest = (
  request: Request,
  origins: readonly string[],
  types: RegExp = JSON_TYPE,
): Verdict | undefined => {
  const { headers, method } = request
  // a page that nobody has looked at yet
  if (/prefetch|prerender/i.test(headers.get('sec-purpose') ?? '')) return PREFETCH
  if (method !== 'POST' && method !== 'OPTIONS') return invalid(405, 'It was no POST.')
  if (!allowedOrigin(request, origins)) return refused('Its origin is not in `origins`.')
  if (method === 'OPTIONS') return PREFLIGHT
  return types.test(headers.get('content-type') ?? '') ? undefined : invalid(415, 'It was no JSON.')
}

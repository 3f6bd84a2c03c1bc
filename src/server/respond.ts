import type { Answer } from './verdicts.js'

/** The answer to a verdict. Nobody keeps it; a browser of `origin` may read it, which is left out for strangers. */
export const respond = ({ status, body, headers = [] }: Answer, origin?: string): Response => {
  const answer = new Headers({ 'cache-control': 'no-store', vary: 'origin' })
  if (body) answer.set('content-type', 'application/json')
  if (origin) {
    answer.set('access-control-allow-origin', origin)
    answer.set('access-control-expose-headers', 'retry-after')
  }
  for (const [name, value] of headers) answer.append(name, value)
  return new Response(body ? JSON.stringify(body) : null, { status, headers: answer })
}

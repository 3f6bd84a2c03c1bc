import type { FaultKind } from '../platforms/conformance/shop-under-test.js'
import { html, json } from './theme-view.js'

type Fetch = typeof globalThis.fetch

const NO_ANSWER = 'Failed to fetch'

const hang = (signal: AbortSignal | null | undefined): Promise<never> =>
  new Promise((_, reject) =>
    signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError'))),
  )

/** Headers that come at once, and a body that does not. */
const hangBody = (signal: AbortSignal | null | undefined): Response => {
  const body = new ReadableStream({
    start: (stream) => signal?.addEventListener('abort', () => stream.error(signal.reason)),
  })
  return new Response(body, { headers: { 'content-type': 'application/json' } })
}

/** One browser tab at `origin`: cookies, redirects and resource timing work as pages know them; `fault` breaks what scripts send by `fetch`. */
export const openBrowser = (origin: string, network: Fetch = globalThis.fetch) => {
  const cookies = new Map<string, string>()
  const observers = new Set<(names: readonly string[]) => void>()
  let kind: FaultKind | undefined

  const keep = (response: Response): void => {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(cookie)) cookies.delete(pair.slice(0, at))
      else cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }
  const cookie = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

  const send = async (url: URL, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers)
    if (cookies.size && url.origin === origin) headers.set('cookie', cookie())
    const response = await network(url, {
      ...init,
      headers,
      redirect: 'manual',
      // of jsdom's making, which the fetch of another maker refuses
      signal: null,
    })
    keep(response)
    const to = response.headers.get('location')
    return to ? send(new URL(to, url), {}) : response
  }

  /** What the storefront's own scripts send: nothing ever breaks it. */
  const request: Fetch = async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input, origin)
    const response = await send(url, init)
    for (const hear of observers) hear([url.href])
    return response
  }

  const fetch: Fetch = async (input, init) => {
    if (kind === 'offline') throw new TypeError(NO_ANSWER)
    if (kind === 'hang') return hang(init?.signal)
    if (kind === 'hung-body') return hangBody(init?.signal)
    if (kind === '429') return html(429)
    if (kind === '500') return json({ errors: 'Internal Server Error' }, 500)
    if (kind === 'html') return html(200)
    const response = await request(input, init)
    if (kind === 'foreign-origin') throw new TypeError(NO_ANSWER)
    return response
  }

  const PerformanceObserver = function (tell: (list: object) => void) {
    const hear = (names: readonly string[]) =>
      tell({ getEntries: () => names.map((name) => ({ name })) })
    return { observe: () => observers.add(hear), disconnect: () => observers.delete(hear) }
  }

  const document = Object.defineProperty(new EventTarget(), 'cookie', {
    get: cookie,
    configurable: true,
  })

  return {
    cookies,
    request,
    /** The platform's window: what it may read of a page, with the `fetch` that may fail. */
    view: {
      document,
      location: { origin },
      Element: globalThis.Element,
      fetch,
      PerformanceObserver,
    },
    fault: (next?: FaultKind): void => {
      kind = next
    },
  }
}

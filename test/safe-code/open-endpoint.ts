import { onTestFinished, vi } from 'vitest'
import { NOON } from '../support/entry.js'

export const HOUR = 3_600_000
export const ENDPOINT = '/mint'

/** What the endpoint is asked with. */
export interface AskedBody {
  readonly checkout: string
  readonly discount?: string
  readonly ref?: string
}

/** The endpoint of one test: it answers as it is told, at first with attributes that end in a day. */
export const openEndpoint = () => {
  const asked: AskedBody[] = []
  const token = (name: string): object => ({
    attributes: { 'cc-discount-grant': name },
    endsAt: NOON + 24 * HOUR,
  })
  const endpoint = {
    asked,
    status: 200,
    answer: token('token-1'),
    /** Answers this token from now on. */
    grant: (name: string, endsAt: number): void => {
      endpoint.answer = { ...token(name), endsAt }
    },
  }
  vi.stubGlobal('fetch', (_: string, { body }: { readonly body: string }) => {
    asked.push(JSON.parse(body) as AskedBody)
    return Promise.resolve(Response.json(endpoint.answer, { status: endpoint.status }))
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  return endpoint
}

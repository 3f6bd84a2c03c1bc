import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'

/** What became of the body of one answer: read, or why not. */
export interface Answer {
  readonly what: string
  /** `redirect` and `failed` have no body; a sentence where there was one that could not be read. */
  readonly body: string
}

/**
 * Reads every answer before the page gets it, so that none is missed since the page was left meanwhile. Preflights are the
 * browser's own: no page and nobody else sees them, and they have no body.
 */
export const readAnswers = async (page: Page, note: (name: string, text: string) => void) => {
  const list: Answer[] = []
  const pending: Promise<void>[] = []
  const session = await page.context().newCDPSession(page)

  session.on('Fetch.requestPaused', (paused) => {
    const { request, requestId, responseErrorReason, responseStatusCode = 0 } = paused
    const { pathname } = new URL(request.url)
    const say = (body: string): void =>
      void list.push({ what: `${request.method} ${pathname} ${responseStatusCode}`, body })
    const read = async (): Promise<void> => {
      if (responseErrorReason) return say('failed')
      if (responseStatusCode >= 300 && responseStatusCode < 400) return say('redirect')
      const answer = await session.send('Fetch.getResponseBody', { requestId })
      const encoding = answer.base64Encoded ? 'base64' : 'utf8'
      note(`response ${pathname}`, Buffer.from(answer.body, encoding).toString())
      say('read')
    }
    pending.push(
      read()
        .catch((cause: unknown) => say(String(cause)))
        // a page that was closed meanwhile has nothing to go on with
        .finally(() => session.send('Fetch.continueRequest', { requestId }).catch(() => undefined)),
    )
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Response' }] })

  return {
    list: list as readonly Answer[],
    settled: async (): Promise<void> => void (await Promise.all(pending.splice(0))),
  }
}

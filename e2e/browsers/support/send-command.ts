import { PATIENCE } from './tab.js'

export interface SendOptions {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly body?: object | undefined
  /** Milliseconds, after which a command counts as lost: WebKit leaves some unanswered. */
  readonly patience?: number | undefined
}

/** Sends one command of W3C WebDriver and answers its value; rejects with the driver's own words. */
export const sendCommand = async (
  url: string,
  { method, body, patience = 2 * PATIENCE }: SendOptions,
): Promise<unknown> => {
  const answer = await fetch(url, {
    method,
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    signal: AbortSignal.timeout(patience),
  })
  const { value } = (await answer.json()) as { readonly value: unknown }
  if (answer.ok) return value
  const { error, message } = value as { readonly error: string; readonly message: string }
  throw new Error(`${error}: ${message}`)
}

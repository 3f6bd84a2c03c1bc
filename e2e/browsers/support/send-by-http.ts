import type { CommandName, Send } from './driven.js'
import { PATIENCE } from './tab.js'

const ROUTES: Readonly<Record<CommandName, readonly [method: string, path: string]>> = {
  CloseWindow: ['DELETE', '/window'],
  DeleteAllCookies: ['DELETE', '/cookie'],
  ExecuteAsyncScript: ['POST', '/execute/async'],
  ExecuteScript: ['POST', '/execute/sync'],
  GetCurrentURL: ['GET', '/url'],
  GetWindowHandles: ['GET', '/window/handles'],
  Navigate: ['POST', '/url'],
  NewSession: ['POST', ''],
  PerformActions: ['POST', '/actions'],
  Refresh: ['POST', '/refresh'],
  SetTimeouts: ['POST', '/timeouts'],
  SwitchToWindow: ['POST', '/window'],
}

/** Sends to what this address is of: a session, or for a new one the place of all sessions. */
export const sendByHttp =
  (root: string): Send =>
  async ({ name, given = {}, patience = 2 * PATIENCE }) => {
    const [method, path] = ROUTES[name]
    const answer = await fetch(root + path, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(given) }),
      signal: AbortSignal.timeout(patience),
    })
    const { value } = (await answer.json()) as { readonly value: unknown }
    if (answer.ok) return value
    const { error, message } = value as { readonly error: string; readonly message: string }
    throw new Error(`${error}: ${message}`)
  }

import type { ErrorCode } from './errors.js'
import type { EventName, Events } from './events.js'
import type { Grant } from './types.js'

/** One event as it was told, as plain data. */
export interface LoggedEvent {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly name: EventName
  readonly grant?: Grant | undefined
  /** Milliseconds until the grant ends, for `expiring`. */
  readonly expiresIn?: number | undefined
  readonly ref?: string | undefined
  /** The affiliate known before, for `contested`. */
  readonly previous?: string | undefined
  readonly error?: { readonly code: ErrorCode; readonly message: string } | undefined
}

export interface EventLogOptions {
  readonly on: Events['on']
  readonly now: () => number
  /** How many are remembered. @default 50 */
  readonly most?: number | undefined
}

/** Every name that `on` knows. */
export const EVENT_NAMES: readonly EventName[] = [
  'ready',
  'granted',
  'applied',
  'waiting',
  'rejected',
  'expiring',
  'expired',
  'removed',
  'consumed',
  'contested',
  'error',
]

interface Detail {
  readonly grant?: Grant
  readonly expiresIn?: number
  readonly ref?: { readonly ref: string } | undefined
  readonly previous?: { readonly ref: string }
  readonly error?: { readonly code: ErrorCode; readonly message: string }
}

/** Remembers the last events from now on; answers a copy of them, oldest first. */
export const logEvents = ({ most = 50, now, on }: EventLogOptions): (() => LoggedEvent[]) => {
  const log: LoggedEvent[] = []
  for (const name of EVENT_NAMES)
    on(name, ({ error, expiresIn, grant, previous, ref }: Detail) => {
      const told = error && { code: error.code, message: error.message }
      log.push({
        at: now(),
        name,
        grant,
        expiresIn,
        ref: ref?.ref,
        previous: previous?.ref,
        error: told,
      })
      if (log.length > most) log.shift()
    })
  return () => [...log]
}

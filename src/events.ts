import { DiscountKeeperError } from './errors.js'
import { EVENT_PREFIX } from './names.js'
import type { Cart, Grant, Ref } from './types.js'

export interface GrantDetail {
  readonly grant: Grant
  readonly cart?: Cart | undefined
}

/**
 * What each event tells, once, in the tab that made the change; `applied` and `waiting` are told again, in each open tab that
 * reads the cart, when the amounts of the grant change. All details are frozen.
 */
export interface EventDetails {
  /** Comes once for each `start()`, with or without a discount, and also to listeners added later. */
  readonly ready: { readonly grants: readonly Grant[]; readonly ref: Ref | undefined }
  readonly granted: GrantDetail
  readonly applied: GrantDetail
  readonly waiting: GrantDetail
  readonly rejected: GrantDetail
  readonly expiring: GrantDetail & { /** Milliseconds. */ readonly expiresIn: number }
  readonly expired: GrantDetail
  readonly removed: GrantDetail
  readonly consumed: GrantDetail
  /** Another affiliate than the one already known was named: by a link that was followed, or in a way that does not count. */
  readonly contested: {
    /** Who counts from now on. */
    readonly ref: Ref
    /** Who counted before; where another was turned away, still the same. */
    readonly previous: Ref
    /** Who was turned away. */
    readonly refused?: string | undefined
  }
  readonly error: { readonly error: DiscountKeeperError }
}

export type EventName = keyof EventDetails
export type Listener<Name extends EventName> = (detail: EventDetails[Name]) => void

export interface Events {
  /** Returns what stops it. */
  readonly on: <Name extends EventName>(name: Name, listener: Listener<Name>) => () => void
  readonly emit: <Name extends EventName>(name: Name, detail: EventDetails[Name]) => void
}

type AnyListener = (detail: object) => void

/** Two channels, one call: listeners and CustomEvents on the document. A throwing listener stops no other. */
export const createEvents = (page: () => Document | undefined, debug: boolean): Events => {
  const listeners = new Map<string, Set<AnyListener>>()
  let ready: object | undefined

  const call = (name: EventName, listener: AnyListener, detail: object): void => {
    try {
      listener(detail)
    } catch (cause) {
      const error = new DiscountKeeperError('CALLBACK', `A listener of ${name} threw`, cause)
      // an error listener that throws has had its say
      if (name !== 'error') emit('error', { error })
    }
  }

  const emit: Events['emit'] = (name, detail) => {
    Object.freeze(detail)
    if (name === 'ready') ready = detail
    // oxlint-disable-next-line no-console -- the merchant asked for it; a name holds no code
    if (debug) console.debug(EVENT_PREFIX + name)
    for (const listener of listeners.get(name) ?? []) call(name, listener, detail)
    page()?.dispatchEvent(new CustomEvent(EVENT_PREFIX + name, { detail }))
  }

  return {
    emit,
    on: (name, listener) => {
      const set = listeners.get(name) ?? new Set()
      // oxlint-disable-next-line no-unsafe-type-assertion -- only details of this name are passed
      const heard = listener as AnyListener
      listeners.set(name, set.add(heard))
      if (name === 'ready' && ready) call(name, heard, ready)
      return () => void set.delete(heard)
    },
  }
}

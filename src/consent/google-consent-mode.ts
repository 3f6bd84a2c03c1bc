import type { ConsentSource } from '../types.js'
import { createSource } from './create-source.js'
import { lookUp } from './look-up.js'
import { watchEvents } from './watch-events.js'

export interface GoogleConsentModeOptions {
  /** @default ['ad_storage', 'ad_user_data'] */
  readonly attribution?: readonly string[] | undefined
  /** Such as `['functionality_storage']`. Left out, the discount is functional. */
  readonly discount?: readonly string[] | undefined
  /** DOM events by which the banner tells of an answer, on the document or the window. */
  readonly events?: readonly string[] | undefined
  /** @default 'dataLayer' */
  readonly layer?: string | undefined
  /** @default the page's window */
  readonly view?: (() => Window) | undefined
}

/** What was commanded of one type: the latest `update`, and every `default`, since each may be meant for other regions. */
interface Commanded {
  update?: unknown
  readonly defaults: Set<unknown>
}

/**
 * Google Consent Mode. It has no way to ask, so the `consent` commands in the data layer are read, and nothing is replaced
 * to overhear them. An `update` is the shopper's answer. A `default` of `granted` counts where no other default disagrees;
 * one of `denied` is the time before an answer. No event tells of a new command: it is looked for after each click, which is
 * how banners are answered, and on the events named.
 */
export const googleConsentMode = (options: GoogleConsentModeOptions = {}): ConsentSource => {
  const { attribution = ['ad_storage', 'ad_user_data'], discount, events = [] } = options
  const { layer = 'dataLayer', view = () => window } = options
  // outlives the commands: tag managers cut old ones off
  const known = new Map<string, Commanded>()

  const note = (command: unknown, types: unknown): void => {
    if (typeof types !== 'object' || !types) return
    for (const [type, state] of Object.entries(types)) {
      const commanded = known.get(type) ?? { defaults: new Set() }
      known.set(type, commanded)
      if (command === 'update') commanded.update = state
      if (command === 'default') commanded.defaults.add(state)
    }
  }
  const read = (): void => {
    try {
      const commands = lookUp(view(), layer)
      if (!Array.isArray(commands)) return
      // gtag() pushes its arguments, which are no array
      for (const command of commands)
        if (lookUp(command, '0') === 'consent') note(lookUp(command, '1'), lookUp(command, '2'))
    } catch {
      // something in it is not to be read
    }
  }
  const stateOf = (type: string): boolean | undefined => {
    const { defaults = new Set(), update } = known.get(type) ?? {}
    if (update === 'granted') return true
    if (update === 'denied') return false
    return defaults.size === 1 && defaults.has('granted') ? true : undefined
  }

  return createSource({
    attribution,
    discount,
    ask: (type) => {
      read()
      return stateOf(type)
    },
    watch: (changed, signal) => {
      const page = view()
      const all = (): string => {
        read()
        return JSON.stringify([...known.keys()].map((type) => [type, stateOf(type)]))
      }
      let before = all()
      const look = (): void => {
        const now = signal.aborted ? before : all()
        if (now === before) return
        before = now
        changed()
      }
      // in the task after the click, when the banner has heard of it
      const soon = (): void => void setTimeout(look)
      page.addEventListener('click', soon, { capture: true, signal })
      watchEvents({ view: page, target: page.document, events, changed: look, signal })
      for (const event of events) page.addEventListener(event, look, { signal })
    },
  })
}

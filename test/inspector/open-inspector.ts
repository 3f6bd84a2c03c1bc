import { afterEach } from 'vitest'

import type { EventDetails, EventName } from '../../src/events.js'
import { createEvents } from '../../src/events.js'
import type { Inspection } from '../../src/inspect.js'
import { showInspector } from '../../src/inspector/show-inspector.js'
import type { Grant } from '../../src/types.js'

const TAG = 'discount-keeper-inspector'

/** A grant that a link brought an hour ago. */
export const grantOf = (more: Partial<Grant> = {}): Grant => ({
  code: 'SAVE10',
  source: 'link',
  grantedAt: Date.now() - 3_600_000,
  expiresAt: Date.now() + 2 * 86_400_000 + 60_000,
  status: 'applied',
  ...more,
})

/** What a keeper with nothing says of itself. */
export const inspectionOf = (more: Partial<Inspection> = {}): Inspection => ({
  version: '1.2.3',
  platform: 'shopify-theme',
  durability: 'browser',
  layers: [],
  grants: [],
  ref: undefined,
  cart: undefined,
  seen: {},
  ...more,
})

afterEach(() => {
  document.querySelector(TAG)?.remove()
  history.replaceState(null, '', '/')
})

/** The inspector over a keeper that says this; `say` changes it. */
export const openInspector = (first: Partial<Inspection> = {}) => {
  let inspection = inspectionOf(first)
  let listening = 0
  const events = createEvents(() => undefined, false)
  const on: typeof events.on = (name, listener) => {
    const stop = events.on(name, listener)
    listening++
    return () => {
      listening--
      stop()
    }
  }
  const close = showInspector({ inspect: () => inspection, on }, document)
  const host = document.querySelector(TAG)
  const panel = host?.shadowRoot?.querySelector('[role=dialog]')
  const button = (label: string): HTMLButtonElement => {
    const found = [...(panel?.querySelectorAll('button') ?? [])].find(
      ({ textContent }) => textContent === label,
    )
    if (!found) throw new Error(`There is no button ${label}`)
    return found
  }
  return {
    close,
    panel,
    button,
    say: (next: Partial<Inspection>) => {
      inspection = inspectionOf(next)
    },
    emit: <Name extends EventName>(name: Name, detail: EventDetails[Name]) =>
      events.emit(name, detail),
    listening: () => listening,
    isOpen: () => !!document.querySelector(TAG),
    /** The text of one section, or of the whole panel. */
    text: (title?: string): string => {
      const sections = [...(panel?.querySelectorAll('section') ?? [])]
      const section = sections.find((one) => one.querySelector('h3')?.textContent === title)
      return (title ? section : panel)?.textContent ?? 'not there'
    },
  }
}

import type { Inspection } from '../inspect.js'
import type { LoggedEvent } from '../event-log.js'
import type { Make } from './make.js'
import type { Naming } from './naming.js'

/** What a section is drawn from. */
export interface Picture {
  readonly inspection: Inspection
  /** Oldest first. */
  readonly events: readonly LoggedEvent[]
  readonly name: Naming
  readonly now: number
  readonly make: Make
}

export type Section = (picture: Picture) => HTMLElement

/** A heading and what is under it. */
export const frame = (make: Make, title: string, ...children: readonly Node[]): HTMLElement => {
  const heading = make('h3', {}, title)
  return make('section', {}, heading, ...children)
}

/** Names and what they stand for; pairs without a value are left out. */
export const pairs = (
  make: Make,
  entries: readonly (readonly [string, string | undefined])[],
): HTMLElement =>
  make(
    'dl',
    {},
    ...entries.flatMap(([name, value]) =>
      value ? [make('dt', {}, name), make('dd', {}, value)] : [],
    ),
  )

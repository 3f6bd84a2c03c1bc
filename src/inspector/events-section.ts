import type { LoggedEvent } from '../event-log.js'
import { eventStory } from './event-story.js'
import type { Picture, Section } from './section.js'
import { frame } from './section.js'

const clock = (at: number): string => new Date(at).toTimeString().slice(0, 8)

const row = (event: LoggedEvent, { make, name }: Picture): HTMLElement =>
  make(
    'li',
    {},
    make(
      'div',
      { class: 'head' },
      make('time', { datetime: new Date(event.at).toISOString() }, clock(event.at)),
      make('span', { class: `status ${event.name}` }, event.error?.code ?? event.name),
    ),
    make('p', {}, eventStory(event, name)),
  )

const list = (picture: Picture, title: string, events: readonly LoggedEvent[]): HTMLElement => {
  const { make } = picture
  const rows = [...events].reverse().map((event) => row(event, picture))
  return frame(
    make,
    title,
    rows.length ? make('ol', {}, ...rows) : make('p', {}, 'Nothing on this page so far.'),
  )
}

/** What happened on this page, the latest first. */
export const eventsSection: Section = (picture) =>
  list(
    picture,
    'What happened',
    picture.events.filter(({ name }) => name !== 'error'),
  )

/** What went wrong on this page, the latest first. */
export const errorsSection: Section = (picture) =>
  list(
    picture,
    'What went wrong',
    picture.events.filter(({ name }) => name === 'error'),
  )

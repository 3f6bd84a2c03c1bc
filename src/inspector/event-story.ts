import type { LoggedEvent } from '../event-log.js'
import type { EventName } from '../events.js'
import type { Naming } from './naming.js'
import { REASONS } from './reasons.js'
import { span } from './span.js'

type Story = (event: LoggedEvent, name: Naming) => string

const about =
  (text: string): Story =>
  ({ grant }, name) =>
    `${grant ? name(grant.code) : 'A code'} ${text}.`

const aboutWhy =
  (text: string): Story =>
  (event, name) => {
    const reason = event.grant?.reason
    return about(reason ? `${text}: ${REASONS[reason]}` : text)(event, name)
  }

const STORIES: Readonly<Record<EventName, Story>> = {
  ready: () => 'The keeper had read what was kept.',
  granted: about('was promised to the shopper'),
  applied: about('took money off'),
  waiting: aboutWhy('was put on the cart and takes nothing off yet'),
  rejected: aboutWhy('was given up'),
  expiring: (event, name) => about(`ends in ${span(event.expiresIn ?? 0)}`)(event, name),
  expired: about('ended'),
  removed: about('was taken off by the shopper'),
  consumed: about('was used by an order'),
  contested: ({ previous = '', ref = '' }, name) =>
    `A link named ${name(ref)}; before, it was ${name(previous)}.`,
  error: ({ error }) => `${error?.message}.`.replace(/\.\.$/, '.'),
}

/** What happened, in a sentence for the merchant. */
export const eventStory: Story = (event, name) => STORIES[event.name](event, name)

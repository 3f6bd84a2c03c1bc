import { DISCOUNT_KEY } from '../names.js'
import type { Grant } from '../types.js'
import { grantStory, sourceStory } from './grant-story.js'
import { recordLines } from './record-lines.js'
import type { Picture, Section } from './section.js'
import { frame } from './section.js'
import { fromNow } from './span.js'

const isOver = (status: string): boolean => /rejected|expired|removed|consumed/.test(status)

/** What is over is only in the records. */
const endedGrants = ({ inspection }: Picture): readonly Grant[] => {
  const records = inspection.layers.filter(({ key }) => key === DISCOUNT_KEY)
  const lines = records.map(({ value }) => recordLines(value)).find((found) => found?.length)
  return (lines ?? []).filter(({ status }) => isOver(status))
}

const row = (grant: Grant, { inspection, make, name, now }: Picture): HTMLElement => {
  const ends = isOver(grant.status) ? '' : ` Ends ${fromNow(grant.expiresAt, now)}.`
  return make(
    'li',
    {},
    make(
      'div',
      { class: 'head' },
      make('strong', {}, name(grant.code)),
      make('span', { class: `status ${grant.status}` }, grant.status),
    ),
    make('p', {}, grantStory(grant, inspection)),
    make('small', {}, `${sourceStory(grant)}, ${fromNow(grant.grantedAt, now)}.${ends}`),
  )
}

/** Each discount that was promised, what became of it, and why. */
export const grantsSection: Section = (picture) => {
  const { inspection, make, name, now } = picture
  const grants = [...inspection.grants, ...endedGrants(picture)]
  const { ref } = inspection
  return frame(
    make,
    'Discounts',
    grants.length
      ? make('ul', {}, ...grants.map((grant) => row(grant, picture)))
      : make('p', {}, 'None is kept. A link with ?discount=CODE brings one.'),
    make(
      'p',
      { class: 'row' },
      ref
        ? `The affiliate ${name(ref.ref)} sent the shopper, ${fromNow(ref.grantedAt, now)}.`
        : 'No affiliate is known.',
    ),
  )
}

import type { Inspection } from '../inspect.js'
import type { Grant, Source } from '../types.js'
import { REASONS } from './reasons.js'

type Surroundings = Pick<Inspection, 'cart' | 'seen'>

const SOURCES: Readonly<Record<Source, string>> = {
  link: 'Came with a link',
  shopper: 'Typed by the shopper',
  found: 'Found in storage or on the cart, where another script put it',
  alternative: 'Offered in place of one that ended',
}

/** Where a grant came from. */
export const sourceStory = ({ source }: Grant): string => SOURCES[source]

const held = ({ cart, seen }: Surroundings): string => {
  const carried = 'Links and forms to checkout carry it.'
  if (cart?.itemCount !== 0 && seen.cart !== '')
    return `The cart has not said anything about it yet. ${carried}`
  return seen.told
    ? `Nothing is in the cart yet. The shop remembers it for the visit. ${carried}`
    : `Nothing is in the cart yet. It goes there with the first item. ${carried}`
}

/** Why a grant has the status it has, in a sentence for the merchant. */
export const grantStory = (grant: Grant, around: Surroundings): string => {
  const why = grant.reason && REASONS[grant.reason]
  switch (grant.status) {
    case 'held':
      return held(around)
    case 'applied':
      return 'It is on the cart, and the shop takes money off.'
    case 'waiting':
      return `It is kept for this cart, but takes nothing off so far${why ? `: ${why}` : ''}.`
    case 'rejected':
      if (grant.reason === 'DISCOUNT_CODE_NOT_HONOURED')
        return 'By the stacking rule another discount was preferred to it.'
      return `It will not be tried again${why ? `: ${why}` : ''}.`
    case 'expired':
      return 'Its time was over.'
    case 'removed':
      return 'The shopper took it off. A new link brings it back.'
    case 'consumed':
      return 'An order used it.'
  }
}

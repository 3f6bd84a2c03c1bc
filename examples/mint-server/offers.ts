import type { Asked, Offer } from '../../src/server/types.js'

/** At the shop: a discount that no customer is told of. */
export const BASE = 'PARTNER20'

/** In place of a code at the shop: the offer is one of its discount function. */
export const GRANTED = 'by the discount function'

/** What stands behind the links of this demo; a merchant keeps such rows in a database. */
const OFFERS: readonly (Offer & { readonly word: string })[] = [
  {
    id: 'anna-20',
    word: 'ANNA20',
    base: BASE,
    affiliate: 'anna',
    firstName: 'Anna',
    discount: '20OFF',
    template: '{FIRSTNAME}{DISCOUNT}',
  },
  {
    id: 'bea-20',
    word: 'BEA20',
    base: BASE,
    affiliate: 'bea',
    firstName: 'Béa',
    template: '{FIRSTNAME}',
  },
  {
    // by a discount function of the shop, which needs no code
    id: 'clara-15',
    word: 'CLARA15',
    base: GRANTED,
    affiliate: 'clara',
  },
]

/** The offers behind a link: by its word, by a signed token, by who sent the shopper. */
export const findOffers = ({ link, ref, word }: Asked): readonly Offer[] =>
  OFFERS.filter((offer) => {
    if (link) return offer.id === link.offer || offer.affiliate === link.ref
    return word ? offer.word === word : offer.affiliate === ref
  })

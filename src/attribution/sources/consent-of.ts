/**
 * What an order says of consent to attribution: that the shopper gave it, where it names the affiliate of a link. The keeper
 * puts the affiliate on a cart with consent alone, and takes it off when that is withdrawn.
 */
export const consentOf = (ref: string | undefined): true | undefined =>
  ref === undefined ? undefined : true

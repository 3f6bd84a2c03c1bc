// apart from the other names, which every page loads

/** Key in local storage: when a server was last asked to keep the cookies, and which it keeps. */
export const REFRESHED_KEY = 'cc_discount_refreshed'

/** Cart attribute that carries the code to the order. */
export const DISCOUNT_ATTRIBUTE = 'cc-discount-code'
/** Cart attribute that carries the ref to the order, written under attribution consent. */
export const REF_ATTRIBUTE = 'cc-ref'
/** Cookie that the shop's server sets and no script can read: the same record, for as long as a server may keep it. */
export const SERVER_KEY = '__Host-cc_discount_keeper'
/** The same of the ref's record. */
export const SERVER_REF_KEY = '__Host-cc_ref_keeper'

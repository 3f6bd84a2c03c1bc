// apart from the other names, which every page loads

/** Cart attribute that carries the code to the order. */
export const DISCOUNT_ATTRIBUTE = 'cc-discount-code'
/** Cart attribute that carries the ref to the order, written under attribution consent. */
export const REF_ATTRIBUTE = 'cc-ref'

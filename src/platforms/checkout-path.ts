/** Where checkout is in most shops: `/checkout`, and what is below it. */
export const CHECKOUT_PATH: RegExp = /^\/checkouts?(\/|$)/

/** What words and refs look like, for people. */
export const WORD = 'up to 64 letters, digits, `.`, `_` and `-`'

/** The gate for what a link calls an offer or an affiliate: the keeper's own, without its extensions. */
export const isWord = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9][\w.-]{0,63}$/.test(value)

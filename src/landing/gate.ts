/** Returns the value itself if it may enter, else undefined; never throws. */
export type Gate = (value: unknown) => string | undefined

/**
 * The one gate for codes and refs, wherever they come from: 1 to 64 ASCII letters, digits, `.`, `_` and `-`, the first one
 * a letter or digit. `allow` names further printable ASCII characters (`'%'` for `25%OFF`); a comma is never one of them,
 * since carts and checkout URLs separate codes by it.
 */
export const createGate = (allow = ''): Gate => {
  const extra = allow.replace(/[^!-~]|,/g, '').replace(/[\\\]^-]/g, '\\$&')
  const shape = new RegExp('^[A-Za-z0-9][\\w.' + extra + '-]{0,63}$')
  return (value) => (typeof value === 'string' && shape.test(value) ? value : undefined)
}

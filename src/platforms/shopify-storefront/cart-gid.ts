const GID = 'gid://shopify/Cart/'

/** The id that the API asks for, from what the app has: the whole of it, key included; `''` for none. */
export const cartGid = (given: string | undefined): string => {
  const name = given?.split(GID).pop()
  return name ? GID + name : ''
}

/** What tells one cart from another and may be written down: the id without its key, which is a secret. */
export const cartName = (gid: string): string => gid.replace(GID, '').replace(/\?.*/, '')

/** The cart of Hydrogen's cookie. */
export const cookieCart = (cookie: string): string | undefined => {
  const value = /(?:^|; )cart=([^;]+)/.exec(cookie)?.[1]
  try {
    return value && decodeURIComponent(value)
  } catch {
    // not Hydrogen's
    return undefined
  }
}

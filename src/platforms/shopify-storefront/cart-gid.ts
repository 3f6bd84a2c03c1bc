const GID = 'gid://shopify/Cart/'

/** The id that the API asks for, from what the app has: the whole of it, key included; `''` for none. */
export const cartGid = (given: string | undefined): string => {
  const name = given?.split(GID).pop()
  return name ? GID + name : ''
}

/** What tells one cart from another and may be written down: the id without its key, which is a secret. */
export const cartName = (gid: string): string => gid.replace(GID, '').replace(/\?.*/, '')

/** The cart of Hydrogen's cookie. */
export const cookieCart = (document: Document): string | undefined => {
  try {
    const value = /(?:^|; )cart=([^;]+)/.exec(document.cookie)?.[1]
    return value && decodeURIComponent(value)
  } catch {
    // not Hydrogen's, or a sandboxed page, which may not even name its cookies
    return undefined
  }
}

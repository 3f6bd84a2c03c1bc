import { DISCOUNT_PARAM } from '../names.js'

/** Where a shop's checkout is; `paths` and `pattern` are compared with and without a leading locale such as `/fr-ca`. */
export interface CheckoutPlaces {
  /** Origins that count besides the page's own. */
  readonly origins: readonly string[]
  /** Each stands for itself and everything below it. */
  readonly paths: readonly string[]
  readonly pattern: RegExp
}

export interface CheckoutUrlOptions {
  /** Read last, and only for a url that leads to checkout: a getter may be slow. */
  readonly codes: readonly string[]
  /** What a relative url is relative to. */
  readonly base: string
  readonly places: CheckoutPlaces
}

const LOCALE = /^\/[a-z]{2}(-\w+)*(?=\/)/i

/**
 * The url with the codes on it when it leads to checkout from elsewhere and nobody has decided on a discount yet, else
 * the very same string. All other bytes stay as they were written; it never throws.
 */
export const checkoutUrl = (url: string, options: CheckoutUrlOptions): string => {
  const { origins, paths, pattern } = options.places
  try {
    const here = new URL(options.base)
    const { origin, pathname, protocol, searchParams } = new URL(url, here)
    const isCheckout = (path: string) =>
      pattern.test(path) ||
      paths.some((place) => (path + '/').startsWith(place.replace(/\/?$/, '/')))
    if (
      // A `blob:` URL has its maker's origin.
      protocol.startsWith('http') &&
      // A step within the checkout's own page, such as `#payment`, must not become a page load.
      (origin === here.origin ? pathname !== here.pathname : origins.includes(origin)) &&
      (isCheckout(pathname) || isCheckout(pathname.replace(LOCALE, ''))) &&
      !searchParams.has(DISCOUNT_PARAM)
    ) {
      const codes = options.codes.map(encodeURIComponent).join()
      // White space at the very end is no part of a URL, white space before a hash is.
      const end = url.search(/#|[\0- ]*$/)
      const head = url.slice(0, end)
      const query = (head.includes('?') ? '&' : '?') + DISCOUNT_PARAM + '=' + codes
      if (codes) return head + query + url.slice(end)
    }
  } catch {}
  return url
}

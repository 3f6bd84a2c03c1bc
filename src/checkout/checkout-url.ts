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

// A `blob:` URL has its maker's origin: the parts tell the difference.
const pageOf = (url: URL) => ({ site: url.protocol + '//' + url.host, path: url.pathname })

const isCheckout = (path: string, { paths, pattern }: CheckoutPlaces) =>
  path.search(pattern) >= 0 ||
  paths.some((place) => (path + '/').startsWith(place.replace(/\/?$/, '/')))

/**
 * The url with the codes on it when it leads to checkout from elsewhere and nobody has decided on a discount yet, else
 * the very same string. All other bytes stay as they were written; it never throws.
 */
export const checkoutUrl = (url: string, options: CheckoutUrlOptions): string => {
  const { base, places } = options
  try {
    const target = new URL(url, base)
    const here = pageOf(new URL(base))
    const { site, path } = pageOf(target)
    if (
      // A step within the checkout's own page, such as `#payment`, must not become a page load.
      (site === here.site ? path === here.path : !places.origins.includes(site)) ||
      !(isCheckout(path, places) || isCheckout(path.replace(LOCALE, ''), places)) ||
      target.searchParams.has(DISCOUNT_PARAM)
    )
      return url
    const codes = options.codes.map(encodeURIComponent).join()
    // White space at the very end is no part of a URL, white space before a hash is.
    const end = url.search(/#|[\0- ]*$/)
    const head = url.slice(0, end)
    const joint = head.includes('?') ? '&' : '?'
    return codes ? head + joint + DISCOUNT_PARAM + '=' + codes + url.slice(end) : url
  } catch {
    return url
  }
}

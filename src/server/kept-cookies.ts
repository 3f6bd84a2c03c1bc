import { wrongOption } from './wrong-option.js'

export interface CookieOptions {
  /** How long the cookies live from each request on, at most the 400 days of browsers. @default 30 */
  readonly days?: number | undefined
  /**
   * Where the keeper's pages are on several subdomains: the domain they share, such as `shop.example`, as the keeper's own
   * cookies have it. Left out, the cookies are this host's alone.
   */
  readonly domain?: string | undefined
}

/** One record of the keeper, as a server keeps it twice. */
export interface KeptCookie {
  /** What the page's question calls it. */
  readonly field: 'record' | 'ref'
  /** The keeper's own. */
  readonly page: string
  /** Only this server can read it: `__Host-` cookies are those of one host, over TLS, and no script's. */
  readonly server: string
}

/** Two purposes, each under a consent of its own. */
export const KEPT_COOKIES: readonly KeptCookie[] = [
  { field: 'record', page: 'cc_discount_code', server: '__Host-cc_discount_keeper' },
  { field: 'ref', page: 'cc_ref', server: '__Host-cc_ref_keeper' },
]

const DAY_IN_SECONDS = 86_400
const MOST_DAYS = 400

/** Throws a `DiscountKeeperError` with code `OPTION` where one of them is wrong. */
export const checkCookieOptions = ({ days = 30, domain }: CookieOptions): void => {
  if (!(Number.isFinite(days) && days > 0 && days <= MOST_DAYS))
    throw wrongOption('days', `a number up to ${MOST_DAYS}`, days)
  if (domain !== undefined && !/^[a-z\d-]+(\.[a-z\d-]+)+$/i.test(domain))
    throw wrongOption('domain', 'a domain such as shop.example', domain)
}

const rulesOf = (record: string, { days = 30 }: CookieOptions): string =>
  `; Secure; SameSite=Lax; Path=/; Max-Age=${record ? Math.round(days * DAY_IN_SECONDS) : 0}`

/** The `Set-Cookie` line that makes a record the page's; an empty one takes the cookie away. */
export const setPageCookie = (
  { page }: KeptCookie,
  record: string,
  options: CookieOptions,
): string => {
  const { domain } = options
  const shared = domain === undefined ? '' : `; Domain=${domain}`
  return `${page}=${record}${shared}${rulesOf(record, options)}`
}

/** The `Set-Cookie` lines that keep a record, for the server and for the page. */
export const setCookies = (
  cookie: KeptCookie,
  record: string,
  options: CookieOptions,
): readonly string[] => [
  `${cookie.server}=${record}; HttpOnly${rulesOf(record, options)}`,
  setPageCookie(cookie, record, options),
]

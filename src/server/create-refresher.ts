import { allowedOrigin, checkRequest } from './check-request.js'
import type { Handler } from './create-mint-handler.js'
import { isRecord } from './is-record.js'
import { checkOrigins } from './origins.js'
import { readJson } from './read-json.js'
import { respond } from './respond.js'
import type { Verdict } from './verdicts.js'
import { invalid } from './verdicts.js'
import { wrongOption } from './wrong-option.js'

export interface RefresherOptions {
  /** Origins that may ask: those that the handler itself is served from. */
  readonly origins: readonly string[]
  /** How long the cookies live from each request on, at most the 400 days of browsers. @default 30 */
  readonly days?: number | undefined
  /**
   * Where the keeper's pages are on several subdomains: the domain they share, such as `shop.example`, as the keeper's own
   * cookie has it. Left out, the cookie is this host's alone.
   */
  readonly domain?: string | undefined
}

/** Only this server can read it: `__Host-` cookies are those of one host, over TLS, and no script's. */
const SERVER_COOKIE = '__Host-cc_discount_keeper'
/** The keeper's own. */
const PAGE_COOKIE = 'cc_discount_code'

const DAY_IN_SECONDS = 86_400
const MOST_DAYS = 400

/**
 * Sets the keeper's record anew as cookies of a server, which Safari keeps for their whole time where it deletes those of
 * scripts after 7 days. Takes `{ record }`, the text of the cookie `cc_discount_code` as `document.cookie` has it; an
 * empty one takes both cookies away. Throws a `DiscountKeeperError` where an option is wrong.
 */
export const createRefresher = ({ origins, days = 30, domain }: RefresherOptions): Handler => {
  checkOrigins('origins', origins)
  if (!(Number.isFinite(days) && days > 0 && days <= MOST_DAYS))
    throw wrongOption('days', `a number up to ${MOST_DAYS}`, days)
  if (domain !== undefined && !/^[a-z\d-]+(\.[a-z\d-]+)+$/i.test(domain))
    throw wrongOption('domain', 'a domain such as shop.example', domain)
  const shared = domain === undefined ? '' : `; Domain=${domain}`

  const setCookies = (record: string): Verdict => {
    const age = record ? Math.round(days * DAY_IN_SECONDS) : 0
    const rules = `; Secure; SameSite=Lax; Path=/; Max-Age=${age}`
    return {
      status: 204,
      headers: [
        ['set-cookie', `${SERVER_COOKIE}=${record}; HttpOnly${rules}`],
        ['set-cookie', `${PAGE_COOKIE}=${record}${shared}${rules}`],
      ],
      report: { outcome: 'granted' },
    }
  }

  const decide = async (request: Request): Promise<Verdict> => {
    const stopped = checkRequest(request, origins)
    if (stopped) return stopped
    const read = await readJson(request)
    if ('verdict' in read) return read.verdict
    const { record } = read.fields
    return isRecord(record) ? setCookies(record) : invalid(400, 'Its record was none.')
  }

  return async (request) => respond(await decide(request), allowedOrigin(request, origins))
}

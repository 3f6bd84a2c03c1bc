import { allowedOrigin, checkRequest } from './check-request.js'
import type { Handler } from './create-mint-handler.js'
import { isRecord } from './is-record.js'
import type { CookieOptions, KeptCookie } from './kept-cookies.js'
import { checkCookieOptions, KEPT_COOKIES, setCookies } from './kept-cookies.js'
import { checkOrigins } from './origins.js'
import { readJson } from './read-json.js'
import { respond } from './respond.js'
import type { Verdict } from './verdicts.js'
import { invalid } from './verdicts.js'

export interface RefresherOptions extends CookieOptions {
  /** Origins that may ask: those that the handler itself is served from. */
  readonly origins: readonly string[]
}

/**
 * Sets the keeper's records anew as cookies of a server, which Safari keeps for their whole time where it deletes those of
 * scripts after 7 days. Takes `{ record, ref }`, the texts of the cookies `cc_discount_code` and `cc_ref` as
 * `document.cookie` has them: an empty one takes its cookies away, one that is left out leaves them as they are. Throws a
 * `DiscountKeeperError` where an option is wrong.
 */
export const createRefresher = ({ origins, ...options }: RefresherOptions): Handler => {
  checkOrigins('origins', origins)
  checkCookieOptions(options)

  const decide = async (request: Request): Promise<Verdict> => {
    const stopped = checkRequest(request, origins)
    if (stopped) return stopped
    const read = await readJson(request)
    if ('verdict' in read) return read.verdict
    const { fields } = read
    const said = KEPT_COOKIES.filter(({ field }) => fields[field] !== undefined)
    const setBy = (cookie: KeptCookie): readonly string[] => {
      const text = fields[cookie.field]
      return isRecord(text) ? setCookies(cookie, text, options) : []
    }
    const lists = said.map(setBy)
    if (!lists.length || lists.some((list) => !list.length))
      return invalid(400, 'Its record was none.')
    return {
      status: 204,
      headers: lists.flat().map((cookie) => ['set-cookie', cookie] as const),
      report: { outcome: 'granted' },
    }
  }

  return async (request) => respond(await decide(request), allowedOrigin(request, origins))
}

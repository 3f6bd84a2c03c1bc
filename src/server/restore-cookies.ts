import { isRecord } from './is-record.js'
import type { CookieOptions } from './kept-cookies.js'
import { checkCookieOptions, KEPT_COOKIES, setPageCookie } from './kept-cookies.js'

const cookieOf = (header: string, name: string): string => {
  const pair = header.split(/; */).find((one) => one.startsWith(name + '='))
  return pair ? pair.slice(name.length + 1) : ''
}

/**
 * The `Set-Cookie` lines for the answer to a page view whose browser has lost the keeper's cookies, but not those that the
 * refresher has set: none in all other cases. The page then finds its records without asking anybody. What was withdrawn or
 * is over does not come back: the page had the refresher forget it. Takes the options of the refresher, and throws as it does.
 */
export const restoreCookies = (
  request: Request,
  options: CookieOptions = {},
): readonly string[] => {
  checkCookieOptions(options)
  const header = request.headers.get('cookie') ?? ''
  return KEPT_COOKIES.flatMap((cookie) => {
    const record = cookieOf(header, cookie.server)
    const isLost = !!record && isRecord(record) && !cookieOf(header, cookie.page)
    return isLost ? [setPageCookie(cookie, record, options)] : []
  })
}

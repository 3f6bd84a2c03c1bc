import type { Key } from './key.js'
import { checkOrigins } from './origins.js'
import { createLinkTokens } from './link-tokens.js'
import { isWord, WORD } from './is-word.js'
import { wrongOption } from './wrong-option.js'

/** The parameter that the keeper reads a signed link from, unless its option `params.token` says another. */
export const TOKEN_PARAM = 'cc_token'

export interface Link {
  /** Absolute; its origin is who the link is for. All that it has stays, but for an older token. */
  readonly url: string
  readonly ref?: string | undefined
  /** The id of an offer. */
  readonly offer?: string | undefined
  /** Milliseconds since 1970, kept to the second; without it the link does not end. */
  readonly endsAt?: number | undefined
  /** @default 'cc_token' */
  readonly param?: string | undefined
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined
}

/**
 * The URL with a signed token, which says who sent the shopper and for which offer. It works any number of times, since
 * mail scanners open links before people do. Rejects with a `DiscountKeeperError` where something is missing or wrong.
 */
export const signLink = async (link: Link, keys: readonly Key[]): Promise<string> => {
  const { ref, offer, endsAt, now, param = TOKEN_PARAM } = link
  const url = new URL(link.url)
  checkOrigins('the origin of a link', [url.origin])
  if (!ref && !offer) throw wrongOption('a link', 'one with a ref, an offer or both', 'neither')
  if (ref !== undefined && !isWord(ref)) throw wrongOption('ref', WORD, ref)
  if (endsAt !== undefined && !Number.isFinite(endsAt))
    throw wrongOption('endsAt', 'milliseconds since 1970', endsAt)

  const tokens = createLinkTokens({ keys, audience: [url.origin], now })
  const token = await tokens.sign({ ref, offer }, endsAt)
  // by hand, since URLSearchParams writes anew what others have written
  const others = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair && !pair.startsWith(`${param}=`))
  url.search = [...others, `${param}=${token}`].join('&')
  return url.href
}

import { TOKEN_PARAM } from '../names.js'
import { withoutParams, withParam } from '../query.js'
import type { Landing } from '../types.js'
import { keepMergeTags } from './merge-tags.js'
import type { LandingParams } from './read-landing.js'

export interface LinkOptions {
  readonly params: LandingParams
  /** Absolute URL that relative links are read against; other origins get nothing added. */
  readonly base: string
}

/**
 * An absolute link that lands with these codes, this ref and this token on any device. Asking twice changes nothing; merge
 * tags of mail templates in it stay as they are.
 */
export const link = (url: string, landing: Landing, options: LinkOptions): string =>
  keepMergeTags(url, (plain) => {
    const { base, params } = options
    const target = new URL(plain, base)
    if (target.origin !== new URL(base).origin) return target.href
    const bare = withoutParams(target.href, Object.values(params).flat())
    const [discount = 'discount'] = params.discount
    const [ref = 'ref'] = params.ref
    const coded = landing.codes.length ? withParam(bare, discount, landing.codes) : bare
    const named = landing.ref ? withParam(coded, ref, [landing.ref]) : coded
    const [token = TOKEN_PARAM] = params.token
    return landing.token ? withParam(named, token, [landing.token]) : named
  })

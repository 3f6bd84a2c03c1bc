import type { TokenOptions } from './tokens.js'
import { createTokens } from './tokens.js'
import type { LinkClaims } from './types.js'

/** `sign` and `verify` as of `Tokens`, for what links say. */
export interface LinkTokens {
  readonly sign: (claims: Pick<LinkClaims, 'ref' | 'offer'>, endsAt?: number) => Promise<string>
  readonly verify: (token: string) => Promise<LinkClaims | undefined>
}

const toText = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined

/** The tokens of links: nothing else that is signed with the same keys passes for one. */
export const createLinkTokens = (options: Omit<TokenOptions, 'purpose'>): LinkTokens => {
  const { sign, verify } = createTokens({ ...options, purpose: 'cc-link' })
  return {
    sign: ({ ref, offer }, endsAt) => sign({ ref, offer }, endsAt),
    verify: async (token) => {
      const verified = await verify(token)
      if (!verified) return undefined
      const { claims, signedAt, endsAt } = verified
      return { ref: toText(claims['ref']), offer: toText(claims['offer']), signedAt, endsAt }
    },
  }
}

import { createGate } from '../landing/gate.js'
import { readLanding } from '../landing/read-landing.js'
import { DISCOUNT_PARAM, REF_PARAMS, TOKEN_PARAM } from '../names.js'
import type { Coupons } from './define-coupons.js'

/** What a link is explained by. */
export interface ExplainLinkOptions {
  /** Further characters that the shop's codes may have; as in the keeper's options. */
  readonly allow?: string | undefined
  /** Parameters, as in the keeper's options, where they are not the usual ones. */
  readonly params?:
    | { readonly discount?: readonly string[]; readonly ref?: readonly string[] }
    | undefined
  /** Whose coupons they are is said too. */
  readonly coupons?: Coupons | undefined
  /** Milliseconds since 1970; which coupons are in force. Default: now. */
  readonly at?: number | undefined
}

/** What the keeper would do with a link. */
export interface LinkExplanation {
  readonly codes: readonly string[]
  readonly ref?: string | undefined
  /** Values that would be dropped. */
  readonly dropped: readonly string[]
  /** The same in sentences, for people. */
  readonly sentences: readonly string[]
}

const sayWho = ({ codes, ref, token }: ReturnType<typeof readLanding>): readonly string[] => {
  const sentences: string[] = []
  if (ref) sentences.push(`The affiliate ${ref} is known, once that may be remembered.`)
  if (token)
    sentences.push('It is signed: with safe codes, its token has one minted for each checkout.')
  else if (ref && !codes.length)
    sentences.push('No code is in the link: with safe codes, one is minted for each checkout.')
  return sentences
}

/** Tells, before a link is sent, what the keeper would do with it. Throws `TypeError` where it is no absolute URL. */
export const explainLink = (url: string, options: ExplainLinkOptions = {}): LinkExplanation => {
  const { allow, at = Date.now(), coupons, params } = options
  const dropped: string[] = []
  const { codes, ref, token } = readLanding(url, {
    params: {
      discount: params?.discount ?? [DISCOUNT_PARAM],
      ref: params?.ref ?? REF_PARAMS,
      token: [TOKEN_PARAM],
    },
    gate: createGate(allow),
    dropped: (value) => dropped.push(value),
  })
  const ownerOf = (code: string): string => {
    const [coupon] = coupons?.match(code, at) ?? []
    if (!coupons) return ''
    if (!coupon) return ' No coupon in force answers to it.'
    return ` It is a coupon of ${coupon.publisher ?? 'everybody'} on ${coupon.offer}.`
  }
  const hasPath = new URL(url).pathname.includes('/discount/')
  const sentences = [
    ...codes.map((code) => `The code ${code} is kept and put on the cart.${ownerOf(code)}`),
    ...dropped.map((value) => `'${value}' is dropped: it is no code or name that passes the gate.`),
    ...sayWho({ codes, ref, token }),
    ...(hasPath ? ['Shopify answers this path itself and sends the shopper on.'] : []),
  ]
  const nothing = ['The keeper finds nothing in this link and does nothing.']
  return { codes, ref, dropped, sentences: sentences.length ? sentences : nothing }
}

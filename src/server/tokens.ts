import { jwtVerify, SignJWT } from 'jose'
import type { Key } from './key.js'
import { createKeyRing } from './keys.js'
import { wrongOption } from './wrong-option.js'

export interface TokenOptions {
  /** The newest signs, all of them are believed. */
  readonly keys: readonly Key[]
  /** What the tokens are for, such as `cc-link`; a token for something else is none. */
  readonly purpose: string
  /** Who the tokens are for, such as a shop's origin; the first one is signed, each is believed. */
  readonly audience: readonly string[]
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined
}

export interface Verified {
  /** All that was signed. */
  readonly claims: Readonly<Record<string, unknown>>
  /** Milliseconds since 1970. */
  readonly signedAt: number
  /** Milliseconds since 1970. */
  readonly endsAt: number | undefined
}

export interface Tokens {
  /** A signed token of at most 1,024 characters, which everybody can read; rejects where the claims need more. */
  readonly sign: (
    claims: Readonly<Record<string, string | undefined>>,
    endsAt?: number,
  ) => Promise<string>
  /** What a token says, or undefined where there is any doubt. A token may be shown any number of times. Never rejects. */
  readonly verify: (token: string) => Promise<Verified | undefined>
}

const ALGORITHM = 'HS256'
const LONGEST = 1024
// the last of 43 characters holds 4 bits: with any other there, a changed text would stand for the same signature
const SHAPE = /^[\w-]+\.[\w-]+\.[\w-]{42}[AEIMQUYcgkosw048]$/

const toMilliseconds = (seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : seconds * 1000

/** Signs and checks tokens (JWS, HS256 and nothing else). Throws a `DiscountKeeperError` on keys below 32 bytes. */
export const createTokens = ({ keys, purpose, audience, now = Date.now }: TokenOptions): Tokens => {
  const keyRing = createKeyRing(keys)
  const header = { alg: ALGORITHM, typ: `${purpose}+jwt` }
  const [first = ''] = audience

  const verifyWith = async (token: string, key: CryptoKey): Promise<Verified | undefined> => {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      audience: [...audience],
      typ: header.typ,
      requiredClaims: ['iat'],
      currentDate: new Date(now()),
    })
    const { iat = 0, exp } = payload
    return { claims: payload, signedAt: iat * 1000, endsAt: toMilliseconds(exp) }
  }

  return {
    sign: async (claims, endsAt) => {
      const { newest } = await keyRing()
      const draft = new SignJWT({ ...claims })
        .setProtectedHeader(header)
        .setAudience(first)
        .setIssuedAt(Math.floor(now() / 1000))
      if (endsAt !== undefined) draft.setExpirationTime(Math.floor(endsAt / 1000))
      const token = await draft.sign(newest)
      if (token.length > LONGEST)
        throw wrongOption('a token', `at most ${LONGEST} characters`, token.length)
      return token
    },
    verify: async (token) => {
      if (token.length > LONGEST || !SHAPE.test(token)) return undefined
      for (const key of (await keyRing()).all) {
        const verified = await verifyWith(token, key).catch(() => undefined)
        if (verified) return verified
      }
      return undefined
    },
  }
}

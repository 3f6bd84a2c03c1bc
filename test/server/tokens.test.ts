import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { createTokens } from '../../src/server/index.js'
import { KEY, NOON, SHOP } from './open-handler.js'

const OLD_KEY = `an older one, ${KEY}`
const open = (changes: Partial<Parameters<typeof createTokens>[0]> = {}) =>
  createTokens({ keys: [KEY], purpose: 'cc-link', audience: [SHOP], now: () => NOON, ...changes })

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const HEADER = { alg: 'HS256', typ: 'cc-link+jwt' }
const CLAIMS = { ref: 'amy', aud: SHOP, iat: NOON / 1000 }
/** A token made by hand: right, unless told otherwise. */
const forge = (header: object = HEADER, claims: object = CLAIMS, key: string = KEY): string => {
  const signed = `${encode(header)}.${encode(claims)}`
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`
}

describe('a token', () => {
  it('says what was signed, as often as it is shown', async () => {
    const { sign, verify } = open()
    const token = await sign({ ref: 'amy', offer: undefined }, NOON + 1500)
    const verified = {
      claims: expect.objectContaining({ ref: 'amy' }),
      signedAt: NOON,
      endsAt: NOON + 1000,
    }
    for (let times = 0; times < 3; times++) expect(await verify(token)).toEqual(verified)
    expect(await verify(forge())).toMatchObject({ claims: { ref: 'amy' }, endsAt: undefined })
  })

  it('is good until its second ends, and not in it', async () => {
    const token = await open().sign({}, NOON + 5000)
    expect(await open({ now: () => NOON + 4999 }).verify(token)).toBeDefined()
    expect(await open({ now: () => NOON + 5000 }).verify(token)).toBeUndefined()
  })

  it('lives on when a newer key comes, and dies when its own goes', async () => {
    const token = await open({ keys: [OLD_KEY] }).sign({ ref: 'amy' })
    expect(await open({ keys: [KEY, OLD_KEY] }).verify(token)).toBeDefined()
    expect(await open({ keys: [KEY] }).verify(token)).toBeUndefined()
    const newer = await open({ keys: [KEY, OLD_KEY] }).sign({ ref: 'amy' })
    expect(await open({ keys: [KEY] }).verify(newer)).toBeDefined()
    expect(await open({ keys: [OLD_KEY] }).verify(newer)).toBeUndefined()
  })

  it('fits the keeper: three parts, 1,024 characters at most', async () => {
    const { sign } = open()
    expect(await sign({ ref: 'x'.repeat(64) })).toMatch(/^[\w-]{1,1000}(\.[\w-]{1,1000}){2}$/)
    await expect(sign({ ref: 'x'.repeat(1000) })).rejects.toThrow('at most 1024 characters')
  })

  it.each([
    ['a short key', ['x'.repeat(31)]],
    ['one short key of two', [KEY, '']],
    ['no key', []],
  ])('is not made with %s', (_, keys) => {
    expect(() => open({ keys })).toThrow('secrets of at least 32 bytes')
  })
})

describe('a forged token', { timeout: 60_000 }, () => {
  const { verify } = open()
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()

  it('is told from ours in every character', async () => {
    const token = forge(HEADER, { ...CLAIMS, exp: NOON / 1000 + 60, offer: 'summer' })
    expect(await verify(token)).toBeDefined()
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+/= '
    const changed = token.split('').flatMap((own, at) =>
      alphabet
        .split('')
        .filter((other) => other !== own)
        .map((other) => token.slice(0, at) + other + token.slice(at + 1)),
    )
    expect(changed.length).toBeGreaterThan(10_000)
    for (const one of changed) expect(await verify(one)).toBeUndefined()
  })

  it('is told from ours in every bit of its bytes', async () => {
    const [header = '', claims = '', signature = ''] = forge().split('.')
    const flips = [header, claims, signature].flatMap((part, which) => {
      const bytes = Buffer.from(part, 'base64url')
      return Array.from({ length: bytes.length * 8 }, (_, bit) => {
        const flipped = Buffer.from(bytes)
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        return [header, claims, signature]
          .map((other, at) => (at === which ? flipped.toString('base64url') : other))
          .join('.')
      })
    })
    expect(flips.length).toBeGreaterThan(500)
    for (const token of flips) expect(await verify(token)).toBeUndefined()
  })

  it.each<[string, string]>([
    ['for another shop', forge(HEADER, { ...CLAIMS, aud: 'https://other.example' })],
    ['for a part of the shop’s name', forge(HEADER, { ...CLAIMS, aud: 'https://shop' })],
    ['for nobody', forge(HEADER, { ref: 'amy', iat: CLAIMS.iat })],
    ['without a date', forge(HEADER, { ref: 'amy', aud: SHOP })],
    ['for another purpose', forge({ alg: 'HS256', typ: 'cc-grant+jwt' })],
    ['for no purpose', forge({ alg: 'HS256' })],
    ['for any JWT', forge({ alg: 'HS256', typ: 'JWT' })],
    ['over', forge(HEADER, { ...CLAIMS, exp: NOON / 1000 })],
    ['not yet good', forge(HEADER, { ...CLAIMS, nbf: NOON / 1000 + 1 })],
    ['ending in words', forge(HEADER, { ...CLAIMS, exp: 'never' })],
    ['signed with nothing', forge(HEADER, CLAIMS, '')],
    ['signed with another key', forge(HEADER, CLAIMS, OLD_KEY)],
    ['with alg none', `${encode({ ...HEADER, alg: 'none' })}.${encode(CLAIMS)}.`],
    ['with alg none and our signature', forge({ ...HEADER, alg: 'none' })],
    ['with alg None', forge({ ...HEADER, alg: 'None' })],
    ['with alg HS384', forge({ ...HEADER, alg: 'HS384' })],
    ['with alg RS256', forge({ ...HEADER, alg: 'RS256' })],
    ['with alg as a list', forge({ ...HEADER, alg: ['HS256'] })],
    ['without alg', forge({ typ: HEADER.typ })],
    ['with a critical part that nobody knows', forge({ ...HEADER, crit: ['x'], x: 1 })],
    ['unencoded', forge({ ...HEADER, b64: false, crit: ['b64'] })],
    ['with its own key', forge({ ...HEADER, jwk: { kty: 'oct', k: 'eA' } }, CLAIMS, 'x')],
    ['with a kid that is a path', forge({ ...HEADER, kid: '../../dev/null' }, CLAIMS, '')],
    ['with a kid that is SQL', forge({ ...HEADER, kid: "' UNION SELECT 'x" }, CLAIMS, 'x')],
    ['with the place of its key', forge({ ...HEADER, jku: 'https://evil.example' }, CLAIMS, 'x')],
    ['of a list', forge(HEADER, [CLAIMS])],
    ['of two parts', forge().split('.').slice(0, 2).join('.')],
    ['of four parts', `${forge()}.x`],
    ['of five parts', `${forge()}.x.y`],
    ['padded', `${forge()}=`],
    ['with a space', ` ${forge()}`],
    ['with a line', `${forge()}\n`],
    ['cut short', forge().slice(0, -1)],
    ['too long', forge(HEADER, { ...CLAIMS, pad: 'x'.repeat(1000) })],
    ['empty', ''],
  ])('is none when it is %s', async (_, token) => {
    expect(await verify(token)).toBeUndefined()
  })

  it('cannot pass a public key off as the secret', async () => {
    const asSecret = createTokens({
      keys: [pem],
      purpose: 'cc-link',
      audience: [SHOP],
      now: () => NOON,
    })
    const signed = await new SignJWT(CLAIMS)
      .setProtectedHeader({ alg: 'RS256', typ: HEADER.typ })
      .sign(privateKey)
    expect(await asSecret.verify(signed)).toBeUndefined()
    expect(await verify(signed)).toBeUndefined()
    expect(await verify(forge(HEADER, CLAIMS, pem))).toBeUndefined()
    const der = createPublicKey(pem).export({ type: 'spki', format: 'der' }).toString('latin1')
    expect(await verify(forge(HEADER, CLAIMS, der))).toBeUndefined()
  })

  it('is never made of any text, and verify never rejects', async () => {
    const part = fc.string({
      unit: fc.constantFrom(...'abcABC012-_'.split('')),
      minLength: 1,
      maxLength: 60,
    })
    const fields = fc.dictionary(
      fc.constantFrom('alg', 'typ', 'aud', 'iat', 'exp', 'kid'),
      fc.jsonValue(),
    )
    const token = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.tuple(part, part, part).map((parts) => parts.join('.')),
      fc.tuple(fields, fields, part).map((some) => forge(...some)),
      fc.tuple(fc.nat(200), part).map(([at, text]) => forge().slice(0, at) + text),
    )
    await fc.assert(
      fc.asyncProperty(token, async (some) => {
        expect(await verify(some)).toBeUndefined()
      }),
      { numRuns: 500 },
    )
  })

  it('is told from ours for any claims and times', async () => {
    const claims = fc.record({
      ref: fc.string({ maxLength: 20 }),
      offer: fc.string({ maxLength: 20 }),
    })
    const later = fc.integer({ min: 1000, max: 1e12 })
    await fc.assert(
      fc.asyncProperty(claims, later, async (some, after) => {
        const token = await open().sign(some, NOON + after)
        expect((await open().verify(token))?.claims).toMatchObject(some)
        expect(await open({ now: () => NOON + after }).verify(token)).toBeUndefined()
        expect(await open({ purpose: 'cc-grant' }).verify(token)).toBeUndefined()
        expect(await open({ audience: ['https://other.example'] }).verify(token)).toBeUndefined()
        expect(await open({ keys: [OLD_KEY] }).verify(token)).toBeUndefined()
      }),
      { numRuns: 200 },
    )
  })
})

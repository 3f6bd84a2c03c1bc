/** Cart attribute that carries a signed promise to a discount function. */
export const GRANT_ATTRIBUTE = 'cc-discount-grant'

/** What a token says; nothing of it is true before the signature was checked. */
export interface GrantToken {
  readonly keyId: string
  /** The last day that it counts on, `2026-11-30`, as the calendar of the shop has it. */
  readonly lastDay: string
  readonly offer: string
  /** All of the token but the signature. */
  readonly body: string
  /** 64 lower-case hexadecimal digits. */
  readonly signature: string
}

const VERSION = '1'
const TOKEN = /^(1\.([\w-]{1,16})\.(\d{4}-\d\d-\d\d)\.([\w-]{1,64}))\.([0-9a-f]{64})$/

/** The part of a token that is signed, such as `1.k1.2026-11-30.amy`. */
export const grantBody = (grant: Pick<GrantToken, 'keyId' | 'lastDay' | 'offer'>): string =>
  [VERSION, grant.keyId, grant.lastDay, grant.offer].join('.')

/** Takes a token apart, whoever wrote it; undefined where it is not one, letter for letter. */
export const readGrantToken = (text: string): GrantToken | undefined => {
  const [, body, keyId, lastDay, offer, signature] = TOKEN.exec(text) ?? []
  return body && keyId && lastDay && offer && signature
    ? { keyId, lastDay, offer, body, signature }
    : undefined
}

// functions may have no TextEncoder, and all that is signed is ASCII
const toBytes = (ascii: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(ascii, (letter) => letter.charCodeAt(0))

/** The bytes under the signature, which is an HMAC-SHA256: what it is for, at which shop, and the body. */
export const grantMessage = (shop: string, body: string): Uint8Array<ArrayBuffer> =>
  toBytes(`${GRANT_ATTRIBUTE}\n${shop}\n${body}`)

/** Bytes as lower-case hexadecimal digits. */
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The bytes of a secret: printable ASCII, 32 characters or more, as `openssl rand -base64 32` makes them; else undefined. */
export const secretBytes = (secret: string): Uint8Array<ArrayBuffer> | undefined =>
  /^[!-~]{32,}$/.test(secret) ? toBytes(secret) : undefined

import type { Key } from './key.js'
import { wrongOption } from './wrong-option.js'

/** The keys a secret was made into, once, when first asked for. */
export type KeyRing = () => Promise<{
  /** It makes what is new. */
  readonly newest: CryptoKey
  /** What any of them has made is believed. */
  readonly all: readonly CryptoKey[]
}>

const FEWEST_BYTES = 32
const MOST_KEYS = 2
const EXPECTED = `one or two secrets of at least ${FEWEST_BYTES} bytes, the newest first`
const HMAC = { name: 'HMAC', hash: 'SHA-256' }

/** An HMAC-SHA256 key of any length, which can be used and not be read. */
export const importSecret = (secret: Key): Promise<CryptoKey> => {
  const bytes = typeof secret === 'string' ? new TextEncoder().encode(secret) : secret
  return crypto.subtle.importKey('raw', new Uint8Array(bytes), HMAC, false, ['sign', 'verify'])
}

const sizeOf = (key: unknown): number =>
  typeof key === 'string'
    ? new TextEncoder().encode(key).length
    : key instanceof Uint8Array
      ? key.length
      : 0

/** Two keys at once let a new one be brought in: it makes, both are believed. Throws on keys that could be guessed. */
export const createKeyRing = (keys: readonly Key[]): KeyRing => {
  if (!Array.isArray(keys)) throw wrongOption('keys', EXPECTED, typeof keys)
  if (!keys.length || keys.length > MOST_KEYS) throw wrongOption('keys', EXPECTED, keys.length)
  for (const key of keys)
    if (sizeOf(key) < FEWEST_BYTES)
      throw wrongOption('keys', EXPECTED, `one of ${sizeOf(key)} bytes`)
  // copies: nobody changes them later
  const secrets = keys.map((key: Key) => (typeof key === 'string' ? key : key.slice()))
  const [first = '', ...older] = secrets
  let ring: Awaited<ReturnType<KeyRing>> | undefined
  return async () => {
    if (ring) return ring
    const newest = await importSecret(first)
    // the keys are remembered, not the promise: on Workers a promise belongs to the request that made it
    ring = { newest, all: [newest, ...(await Promise.all(older.map(importSecret)))] }
    return ring
  }
}

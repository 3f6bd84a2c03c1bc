import { importSecret } from '../keys.js'

/** Says whether a webhook is the shop's own: looks at its headers and the raw bytes of its body. Never rejects. */
export type VerifyWebhook = (headers: Headers, body: Uint8Array<ArrayBuffer>) => Promise<boolean>

// of 32 bytes; the last letter has two bits too many, which one spelling alone leaves empty
const BASE64 = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> | undefined =>
  BASE64.test(text)
    ? Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    : undefined

/**
 * Whether one of the secrets made this base64 HMAC-SHA256 of the bytes. Compares in constant time, by the specification of
 * `crypto.subtle.verify`; two secrets let a new one be brought in.
 */
export const isSignedBy = async (
  secrets: readonly string[],
  signature: string | null,
  body: Uint8Array<ArrayBuffer>,
): Promise<boolean> => {
  const bytes = fromBase64(signature ?? '')
  if (!bytes) return false
  for (const secret of secrets)
    if (await crypto.subtle.verify('HMAC', await importSecret(secret), bytes, body)) return true
  return false
}

import type { SignPostback } from '../attribution/postbacks/deliver-postbacks.js'
import { toHex } from './grant-token.js'
import type { Key } from './key.js'
import { importSecret } from './keys.js'
import { wrongOption } from './wrong-option.js'

/**
 * Signs postbacks: the header `X-Postback-Signature`, or another by its name, is the HMAC-SHA256 of the whole address as it is
 * sent, in lower-case hex. Throws a `DiscountKeeperError` where there is no secret. The same message is signed the same at
 * every try: receivers count one `Idempotency-Key` once.
 */
export const hmacPostback = (secret: Key, header = 'X-Postback-Signature'): SignPostback => {
  if (!secret.length) throw wrongOption('secret', 'what the receiver checks by', 'nothing')
  const key = importSecret(secret)
  return async (url) => {
    const bytes = await crypto.subtle.sign('HMAC', await key, new TextEncoder().encode(url))
    return { [header]: toHex(new Uint8Array(bytes)) }
  }
}

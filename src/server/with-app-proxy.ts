import type { Handler } from './create-mint-handler.js'
import { importSecret } from './keys.js'
import { respond } from './respond.js'
import { refused } from './verdicts.js'
import { wrongOption } from './wrong-option.js'

export interface AppProxyOptions {
  /** The app's client secret. */
  readonly secret: string
  /** The shops that may ask, such as `my-shop.myshopify.com`. */
  readonly shops: readonly string[]
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined
}

/** Seconds that a signature is good for, as in Shopify's own library. */
const PATIENCE = 90
const ONLY_ONCE = ['hmac', 'shop', 'signature', 'timestamp']

/**
 * What Shopify signs: every parameter but the signature, decoded, values of one name joined by commas, and the `name=value`
 * texts sorted by their bytes. https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies
 */
const signedBytes = (query: URLSearchParams): Uint8Array<ArrayBuffer> => {
  const names = [...new Set(query.keys())].filter((name) => name !== 'signature')
  const pairs = names.map((name) => toUtf8(`${name}=${query.getAll(name).join(',')}`))
  return Uint8Array.from(pairs.sort(byBytes).flatMap((pair) => [...pair]))
}

const toUtf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

const byBytes = (one: Uint8Array, other: Uint8Array): number => {
  const at = one.findIndex((byte, index) => byte !== other[index])
  return at < 0 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? -1)
}

const toBytes = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))

/**
 * Lets only those requests through to the handler that came by the app proxy of one of these shops in the last 90 seconds;
 * all others get one refusal. The proxy need not pass on where a page was: then the shop itself, `https://<shop>`, is the
 * origin, which belongs in the handler's `origins`. Throws a `DiscountKeeperError` where an option is wrong.
 */
export const withAppProxy = (handler: Handler, options: AppProxyOptions): Handler => {
  const { secret, shops, now = Date.now } = options
  if (typeof secret !== 'string' || !secret)
    throw wrongOption('secret', 'the secret of the app', typeof secret)
  if (
    !Array.isArray(shops) ||
    !shops.length ||
    !shops.every((shop) => /^[a-z\d][a-z\d-]*(\.[a-z\d-]+)+$/.test(shop))
  )
    throw wrongOption('shops', 'a list of shops such as my-shop.myshopify.com', shops)
  let key: CryptoKey | undefined

  const isGenuine = async (query: URLSearchParams): Promise<boolean> => {
    const signature = query.get('signature') ?? ''
    const age = now() / 1000 - Number(query.get('timestamp') || NaN)
    if (ONLY_ONCE.some((name) => query.getAll(name).length > 1)) return false
    if (!/^[\da-f]{64}$/.test(signature)) return false
    key ??= await importSecret(secret)
    // compares in constant time, by its specification
    const isSigned = await crypto.subtle.verify('HMAC', key, toBytes(signature), signedBytes(query))
    return isSigned && Math.abs(age) <= PATIENCE && shops.includes(query.get('shop') ?? '')
  }

  return async (request) => {
    const { searchParams } = new URL(request.url)
    if (!(await isGenuine(searchParams)))
      return respond(refused('It did not come by the app proxy.'))
    if (request.headers.get('origin')) return handler(request)
    const headers = new Headers(request.headers)
    headers.set('origin', `https://${searchParams.get('shop')}`)
    return handler(new Request(request, { headers }))
  }
}

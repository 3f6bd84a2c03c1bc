import Cookies from 'js-cookie'
import type { Layer } from './layer.js'

/** The part of js-cookie that is used here. */
export interface CookieJar {
  readonly get: (name: string) => string | undefined
  /** Without `expires` the cookie lives as long as the browser session. */
  readonly set: (name: string, value: string, attributes?: CookieAttributes) => void
}

export interface CookieAttributes {
  readonly expires?: Date
  readonly domain?: string
}

/** The page's cookies: `SameSite=Lax`, and `Secure` where the page is. */
export const cookieJar: CookieJar = {
  get: (name) => Cookies.get(name),
  set: (name, value, attributes) => {
    const secure = location.protocol === 'https:'
    Cookies.set(name, value, { ...attributes, secure, sameSite: 'lax' })
  },
}

/** Shared with subdomains and sent to the server; the broadest domain that the browser accepts is found by trying. */
export const cookieLayer = (
  jar: CookieJar = cookieJar,
  hostname: () => string = () => location.hostname,
): Layer => ({
  name: 'cookie',
  durability: 'browser',
  read: (key) => jar.get(key),
  write: ({ key, text, expiresAt }) => {
    const expires = new Date(text ? expiresAt : 0)
    // no name ends in a digit: an address has no broader domain
    const labels = /\d$/.test(hostname()) ? [] : hostname().split('.')
    // example.com before shop.example.com: a public suffix such as myshopify.com is refused and the next one tried
    for (let at = labels.length - 2; at >= 0; at--) {
      jar.set(key, text, { expires, domain: labels.slice(at).join('.') })
      if (text && jar.get(key) === text) return true
    }
    jar.set(key, text, { expires })
    return (jar.get(key) ?? '') === text
  },
})

import type { CookieJar } from '../../src/layers/cookie.js'
import { NOON } from './entry.js'

export interface BrowserJarOptions {
  readonly hostname?: string
  readonly publicSuffixes?: readonly string[]
  readonly now?: () => number
}

interface Cookie {
  readonly name: string
  readonly value: string
  readonly domain: string
  readonly isShared: boolean
  readonly expires: number
}

/** Cookies by a browser's rules: its own host or a parent domain, no public suffix, no part of an address, 4,096 bytes. */
export const createBrowserJar = (options: BrowserJarOptions = {}) => {
  const { hostname = 'shop.example.com', now = () => NOON, publicSuffixes = ['com'] } = options
  let cookies: readonly Cookie[] = []

  const isAddress = /^[\d.]+$/.test(hostname)
  const isAllowed = (domain: string) =>
    domain === hostname ||
    (!isAddress && hostname.endsWith('.' + domain) && !publicSuffixes.includes(domain))

  const jarOf = (host: string): CookieJar => ({
    get: (name) =>
      cookies.find(
        (cookie) =>
          cookie.name === name &&
          cookie.expires > now() &&
          (cookie.domain === host || (cookie.isShared && host.endsWith('.' + cookie.domain))),
      )?.value,
    set: (name, value, { domain, expires } = {}) => {
      if (domain !== undefined && !isAllowed(domain)) return
      if (name.length + value.length > 4096) return
      const cookie = {
        name,
        value,
        domain: domain ?? host,
        isShared: domain !== undefined && !isAddress,
        expires: expires?.getTime() ?? Infinity,
      }
      const isSame = (other: Cookie) =>
        other.name === name && other.domain === cookie.domain && other.isShared === cookie.isShared
      const others = cookies.filter((other) => !isSame(other))
      const at = cookies.findIndex(isSame)
      const place = at < 0 ? others.length : at
      const isOver = cookie.expires <= now()
      cookies = [...others.slice(0, place), ...(isOver ? [] : [cookie]), ...others.slice(place)]
    },
  })

  return {
    jar: jarOf(hostname),
    /** The same browser on another host. */
    jarOf,
    hostname: () => hostname,
    all: () => cookies,
  }
}

import type { ShopSettings } from './settings.js'

/** Refuses a client that asks too often, and then everything it asks until it has cooled down. */
export interface RateLimit {
  readonly refuses: (client: string) => boolean
  readonly reset: () => void
}

interface Client {
  recent: number[]
  blockedUntil: number
}

/** Follows `settings.limit` and `settings.now` as they are when a request comes. */
export const createRateLimit = (settings: ShopSettings): RateLimit => {
  const clients = new Map<string, Client>()
  return {
    refuses: (name) => {
      const now = settings.now()
      const { requests, windowMs, coolDownMs } = settings.limit
      const client = clients.get(name) ?? { recent: [], blockedUntil: -Infinity }
      clients.set(name, client)
      if (now < client.blockedUntil) return true
      client.recent = [...client.recent.filter((at) => now - at < windowMs), now]
      if (client.recent.length < requests) return false
      client.blockedUntil = now + coolDownMs
      client.recent = []
      return true
    },
    reset: () => clients.clear(),
  }
}

import { DAY } from '../../src/names.js'

/** What is known of a code or ref that a link brought. `unsure`: every layer was cleared, so nobody can say. */
export interface Promised {
  readonly code: string
  readonly expiresAt: number
  state: 'live' | 'lost' | 'removed' | 'used' | 'unsure'
}

const TTL = 30 * DAY

/** What a shopper may expect, told in a few lines: the code of the last link, unless it ended one of the four ways. */
export const createShopperModel = (now: () => number) => {
  const promises = new Map<string, Promised>()
  let ref: Promised | undefined
  let own: readonly string[] = []
  let layers = { storage: false, cookie: false }

  const isLive = (promised: Promised): boolean =>
    promised.state === 'live' && now() < promised.expiresAt
  const all = (): readonly Promised[] => [...promises.values(), ...(ref ? [ref] : [])]

  return {
    land: (code: string, by: string | undefined) => {
      for (const promised of promises.values()) if (isLive(promised)) promised.state = 'lost'
      const expiresAt = now() + TTL
      promises.set(code, { code, expiresAt, state: 'live' })
      if (by) ref = { code: by, expiresAt, state: 'live' }
      layers = { storage: true, cookie: true }
    },
    /** Each page view heals the layers from one another. */
    view: () => {
      if (layers.storage || layers.cookie) layers = { storage: true, cookie: true }
    },
    clear: (layer: 'storage' | 'cookie') => {
      layers = { ...layers, [layer]: false }
      if (!layers.storage && !layers.cookie) for (const promised of all()) promised.state = 'unsure'
    },
    typeOwn: (code: string) => {
      own = [...own, code]
    },
    setOnly: (code: string) => {
      own = [code]
    },
    forgetOwn: () => {
      own = []
    },
    /** The shopper took it off, or used it up; of what nobody can say, nothing is said. */
    end: (code: string, state: 'removed' | 'used') => {
      const promised = promises.get(code)
      if (promised && isLive(promised)) promised.state = state
      else if (promised?.state === 'lost') promised.state = 'unsure'
    },
    live: () => [...promises.values()].filter(isLive),
    ended: () =>
      [...promises.values()].filter(({ state }) => state === 'removed' || state === 'used'),
    ref: () => (ref && isLive(ref) ? ref : undefined),
    own: () => own,
  }
}

export type ShopperModel = ReturnType<typeof createShopperModel>

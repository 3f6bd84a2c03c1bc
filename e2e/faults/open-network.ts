import type { Fault } from '../../examples/storefront/shop/settings.js'
import type { RecordedRequest } from '../../examples/storefront/shop/types.js'
import type { Shop } from '../fixtures.js'
import type { Row } from './factors.js'

const API = /^\/(cart\.js|cart\/update\.js|discount\/)/
const CART = /^\/(cart\.js|cart\/(add|update)\.js|discount\/)/
const WRITE = /^\/cart\/update\.js/

const FAULTS: { readonly [Name in Row['network']]?: Fault } = {
  offline: 'offline',
  hung: 'hang',
  '429': '429',
  '500': '500',
  HTML: 'html',
  halved: 'half',
}

/** Milliseconds. */
const SLOW = 400

/** Has the shop's API answer as the row says, until it is repaired. */
export const openNetwork = (shop: Shop, name: Row['network']) => {
  const waiting = new Set<(path: string) => void>()
  let isRepaired = false
  let count = 0
  // the faults of a row are its own
  shop.settings.limit.requests = 1000
  shop.settings.fault = ({ path }) => {
    if (!API.test(path)) return undefined
    for (const tell of waiting) tell(path)
    return isRepaired ? undefined : FAULTS[name]
  }
  const hold = ({ path }: RecordedRequest): number | undefined => {
    if (name === 'slow') return API.test(path) ? SLOW : undefined
    if (name !== 'out of order' || !CART.test(path)) return undefined
    // what was asked first is answered last
    return count++ % 2 ? 0 : SLOW
  }
  shop.settings.latency = (request) => (isRepaired ? undefined : hold(request))

  const next = (pattern: RegExp): Promise<void> =>
    new Promise((resolve) => {
      const tell = (path: string): void => {
        if (!pattern.test(path)) return
        waiting.delete(tell)
        resolve()
      }
      waiting.add(tell)
    })
  return {
    /** Resolves when the next request of the shop's API has come, before it is answered. */
    asked: () => next(API),
    /** Resolves when the cart is next to be written to, before it is. */
    writing: () => next(WRITE),
    repair: () => {
      isRepaired = true
    },
  }
}

export type Network = ReturnType<typeof openNetwork>

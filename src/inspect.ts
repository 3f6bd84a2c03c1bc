import type { Seen } from './cart/seen.js'
import type { Core } from './core.js'
import type { LoggedEvent } from './event-log.js'
import { toGrant } from './holdings.js'
import type { Layer } from './layers/layer.js'
import { DISCOUNT_KEY, REF_KEY, VERSION } from './names.js'
import type { Cart, Durability, Grant, Ref } from './types.js'

/** One row of the layer table as it stands now. */
export interface LayerRow {
  readonly name: string
  /** The record, for layers that keep one. */
  readonly key?: string | undefined
  readonly reads: boolean
  readonly writes: boolean
  readonly value: string
  /** How long the value can be counted on; absent where the layer does not hold what it should. */
  readonly durability?: Durability | undefined
  readonly grantedAt?: number | undefined
  readonly expiresAt?: number | undefined
}

/** For people: what is kept where, and why. Contains codes. */
export interface Inspection {
  readonly version: string
  readonly platform: string
  /** The longest that anything here can be counted on. */
  readonly durability: Durability
  readonly layers: readonly LayerRow[]
  readonly grants: readonly Grant[]
  readonly ref: Ref | undefined
  /** The cart as the shop last answered on this page. */
  readonly cart: Cart | undefined
  /** What this browser session remembers of the cart. */
  readonly seen: Seen
  /** The last events of this page, oldest first; only with `debug`. */
  readonly events?: readonly LoggedEvent[] | undefined
}

export interface InspectOptions extends Pick<Inspection, 'platform' | 'events'> {
  readonly core: Core
  /** What the layers that only read, or only write, say now. */
  readonly arrival: string
  readonly exits: readonly (readonly [name: string, value: string])[]
}

const read = (layer: Layer, key: string): string => {
  try {
    return layer.read(key) ?? ''
  } catch {
    return ''
  }
}

/** The state of everything, gathered without a request. */
export const inspect = ({ arrival, core, exits, ...state }: InspectOptions): Inspection => {
  const { affiliate, cart, holdings, layers, seen } = core
  const ledgers = [
    [DISCOUNT_KEY, holdings],
    [REF_KEY, affiliate],
  ] as const
  const rows = ledgers.flatMap(([key, ledger]) =>
    layers.map((layer): LayerRow => {
      const value = read(layer, key)
      const newest = value ? ledger.live().slice(-1)[0] : undefined
      return {
        name: layer.name,
        key,
        reads: true,
        writes: true,
        value,
        durability: value && ledger.keeps(layer) ? layer.durability : undefined,
        grantedAt: newest?.grantedAt,
        expiresAt: newest?.expiresAt,
      }
    }),
  )
  const order: readonly Durability[] = ['server', 'browser', 'session']
  return {
    version: VERSION,
    ...state,
    durability:
      order.find((word) => rows.some(({ durability }) => durability === word)) ?? 'memory',
    layers: [
      { name: 'url-parameter', reads: true, writes: false, value: arrival },
      ...rows,
      ...exits.map(([name, value]) => ({ name, reads: false, writes: true, value })),
    ],
    grants: holdings.live().map(toGrant),
    ref: affiliate.ref(),
    cart: cart(),
    seen: seen.read(),
  }
}

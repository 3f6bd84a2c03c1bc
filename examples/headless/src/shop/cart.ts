import type { Ask } from './ask.js'
import type { Changed, Order } from './order.js'
import { CHANGED, ORDER, orderOf } from './order.js'

/** The shopper's cart: what it holds, and every way to change it. */
export interface Cart {
  readonly read: () => Order | undefined
  /** Calls back when it holds something else. */
  readonly subscribe: (shown: () => void) => () => void
  /** Calls back when this app changed it: what a discount keeper wants to know. */
  readonly watch: (changed: () => void) => () => void
  readonly add: (variant: string) => Promise<void>
  /** None takes the line away. */
  readonly adjust: (line: string, quantity: number) => Promise<void>
  /** Reads it anew: somebody else changed it. */
  readonly refresh: () => Promise<void>
}

const ADD = `mutation ($variant: ID!) {
  changed: addItemToOrder(productVariantId: $variant, quantity: 1) ${CHANGED}
}`
const ADJUST = `mutation ($line: ID!, $quantity: Int!) {
  changed: adjustOrderLine(orderLineId: $line, quantity: $quantity) ${CHANGED}
}`

export const createCart = (ask: Ask, first: Order | undefined): Cart => {
  let order = first
  const shown = new Set<() => void>()
  const watchers = new Set<() => void>()

  const show = (next: Order | undefined): void => {
    order = next
    for (const tell of shown) tell()
  }
  const change = async (query: string, variables: object): Promise<void> => {
    const { changed } = await ask<{ readonly changed: Changed }>(query, variables)
    show(orderOf(changed))
    for (const tell of watchers) tell()
  }
  const join = (listeners: Set<() => void>) => (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  return {
    read: () => order,
    subscribe: join(shown),
    watch: join(watchers),
    add: (variant) => change(ADD, { variant }),
    adjust: (line, quantity) => change(ADJUST, { line, quantity }),
    refresh: async () => {
      const answer = await ask<{ readonly order: Order | null }>(
        `{ order: activeOrder { ${ORDER} } }`,
      )
      show(answer.order ?? undefined)
    },
  }
}

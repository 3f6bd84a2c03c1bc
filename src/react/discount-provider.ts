import type { Context, ReactElement, ReactNode } from 'react'
import { createContext, createElement, useEffect } from 'react'
import type { DiscountKeeper } from '../discount-keeper.js'
import type { DiscountStore } from './discount-store.js'
import { discountStoreOf } from './discount-store.js'

export interface DiscountProviderProps {
  /** Not started: it runs for as long as a provider of it is on the page. */
  readonly keeper: DiscountKeeper
  readonly children?: ReactNode
}

/** Where `useDiscount` finds the keeper of the tree. */
export const DiscountContext: Context<DiscountStore | undefined> = createContext<
  DiscountStore | undefined
>(undefined)

/**
 * Gives a tree its keeper, and the keeper its life: it starts once the tree is on the page and stops when the last tree
 * with it is gone. On a server it does nothing. Several roots may share a keeper.
 */
export const DiscountProvider = ({ children, keeper }: DiscountProviderProps): ReactElement => {
  const store = discountStoreOf(keeper)
  useEffect(store.run, [store])
  return createElement(DiscountContext.Provider, { value: store }, children)
}

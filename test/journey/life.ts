import type { Grant, Ref } from '../../src/types.js'
import type { ShopperModel } from './shopper-model.js'

export interface CartNow {
  readonly items: number
  readonly codes: readonly string[]
  readonly attributes: Readonly<Record<string, string>>
}

/** What the storefront's own scripts do, on the page that the shopper looks at. */
export interface LifeTheme {
  readonly addItem: () => unknown
  readonly removeItem: () => unknown
  readonly setCodes: (codes: readonly string[]) => unknown
  readonly typeCode: (code: string) => unknown
  readonly takeOff: (code: string) => unknown
  /** The shop moves what the shopper has to a cart with another id; a shop that never does has no such step. */
  readonly replaceCart?: (() => unknown) | undefined
}

export interface Used {
  readonly orderId: string
  readonly codes: readonly string[]
}

/** A browser with tabs and a shop, wherever they are, beside the model of what the shopper may expect of both. */
export interface Life {
  readonly model: ShopperModel
  /** What no keeper may do, and was done. */
  readonly violations: readonly string[]
  readonly state: { isUnread: boolean; orders: number }
  /** How far the clocks of page and model may be apart, in milliseconds. */
  readonly slack: number
  readonly isOnline: () => boolean
  /** As the shop has it; undefined while the shopper has none. */
  readonly cart: () => CartNow | undefined
  /** The keeper has seen what is on the cart: a shop may put codes on a new one by itself. */
  readonly hasMet: () => boolean
  readonly theme: LifeTheme
  readonly tabs: () => number
  /** A new page in the tab that the shopper looks at. */
  readonly go: (url: string) => unknown
  readonly openTab: () => unknown
  readonly closeTab: () => unknown
  readonly nextTab: () => unknown
  readonly goOnline: (isOnline: boolean) => unknown
  readonly clear: (layer: 'storage' | 'cookie') => unknown
  readonly clearAttributes: () => unknown
  readonly expireCart: () => unknown
  readonly pass: (milliseconds: number) => unknown
  /** The codes that a checkout started now honours, and those it does not. */
  readonly checkout: () =>
    | readonly { readonly code: string; readonly applicable: boolean }[]
    | Promise<readonly { readonly code: string; readonly applicable: boolean }[]>
  /** Back from checkout, to the page as it was left. */
  readonly comeBack: () => unknown
  /** What is in the cart is bought. */
  readonly order: () => unknown
  readonly consume: (used: Used) => unknown
  /** Lets the page come to rest, or only begin. */
  readonly rest: (hurry?: boolean) => unknown
  /** What the keeper says on the page that the shopper looks at. */
  readonly told: () => Told | Promise<Told>
  readonly close: () => unknown
}

export interface Told {
  readonly grants: readonly Pick<Grant, 'code' | 'expiresAt' | 'status'>[]
  readonly ref: Pick<Ref, 'ref' | 'expiresAt'> | undefined
}

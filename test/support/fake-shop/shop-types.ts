import type { CartChange, CartSignal } from '../../../src/types.js'
import type { Conflicts, Coupons } from './coupon.js'

export interface FakeShopOptions {
  readonly coupons: Coupons
  /** @default 'first' */
  readonly conflicts?: Conflicts
  /** The most codes that it takes. */
  readonly limits?: { readonly codes: number }
  /** What a cart that was emptied does with its codes. @default 'keeps' */
  readonly emptied?: 'keeps' | 'drops'
  /** Whether answers name the codes of the cart; `some`: where it has any. @default true */
  readonly saysCodes?: boolean | 'some'
  /** Whether answers name reasons for codes that take no effect. @default true */
  readonly saysReasons?: boolean
  /** Codes that take no effect are dropped without a word. @default false */
  readonly dropsSilently?: boolean
  /** Every change of the items drops all codes. @default false */
  readonly itemsDropCodes?: boolean
  /** What attributes of a cart take off besides codes, in percent. @default none */
  readonly grants?: (attributes: Readonly<Record<string, string>>) => number
  /** Attributes are not kept. @default false */
  readonly dropsAttributes?: boolean
  /** Whether the shop can remember a code without a cart. @default true */
  readonly hasVisit?: boolean
  /** Told what no keeper may do. */
  readonly violated: (what: string) => void
}

/** What the next request meets. `refused-after-success` does what was asked and answers an error all the same. */
export type Fault = 'cool-down' | 'offline' | 'refused' | 'refused-after-success'

export interface StoredCart {
  readonly id: string
  items: number
  codes: readonly string[]
  attributes: Readonly<Record<string, string>>
}

/** One browser's cookies of the shop. */
export interface ShopCookies {
  cart: string
  visit: readonly string[]
}

export interface ShopRequest {
  readonly kind: 'read' | 'visit' | 'write'
  readonly change?: CartChange
}

export type Tell = (signal: CartSignal) => void

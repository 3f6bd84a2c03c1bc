import { isSame } from '../is-same.js'
import type { Grant } from '../types.js'

/** One line of a record: a grant as the layers keep it. In the ref record `code` is the ref. */
export interface Entry extends Grant {
  /** Counts the changes of this grant, so that the layer that knows most is believed. */
  readonly rev: number
  /** The cart that held the code as one of ours when last seen. */
  readonly cart?: string | undefined
  /** How many of the expiry notices were given. */
  readonly told?: number | undefined
  /** The order that used it. */
  readonly order?: string | undefined
  /** It lost to others on the cart and stays off it until they are weighed again. */
  readonly parked?: boolean | undefined
}

export type Change = (entries: readonly Entry[]) => readonly Entry[]

/** The first of a list, carts' codes as well as entries, that is about this code. */
export const find = <Item extends { readonly code: string }>(
  list: readonly Item[] | undefined,
  code: string,
): Item | undefined => list?.find((item) => isSame(item.code, code))

/** In force: neither used, ended nor taken off. */
export const isLive = ({ status }: Grant): boolean => /held|applied|waiting/.test(status)

/** In force and wanted on the cart. */
export const isWanted = (entry: Entry): boolean => isLive(entry) && !entry.parked

/** The shopper's own choice, which nothing of ours overrules. */
export const isTyped = ({ source }: Grant): boolean => source === 'shopper'

/** Equal entries give equal text, whoever built them: the order of the fields is fixed. */
export const canonical = (value: unknown): string =>
  JSON.stringify(
    value,
    'v grants code source grantedAt expiresAt status rev reason cart told order parked'.split(' '),
  )

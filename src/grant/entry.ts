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
  /** Random text, made with a promise and kept as long as its code may be: tabs that share it ask for the same code. */
  readonly seed?: string | undefined
  /** The checkout that the code was made for. */
  readonly checkout?: string | undefined
  /** Milliseconds since 1970, when that ends which was made; the promise goes on. */
  readonly endsAt?: number | undefined
  /** A code that was made and is over: it leaves the cart, and nobody is told. */
  readonly stale?: boolean | undefined
}

export type Change = (entries: readonly Entry[]) => readonly Entry[]

/** The first of a list, carts' codes as well as entries, that is about this code. */
export const find = <Item extends { readonly code: string }>(
  list: readonly Item[] | undefined,
  code: string,
): Item | undefined => list?.find((item) => isSame(item.code, code))

/** What tells one grant from another: what the link said where the code is made for each checkout, else the code. */
export const idOf = ({ code, promise }: Pick<Grant, 'code' | 'promise'>): string => {
  if (!promise) return code
  const { discount, ref, token } = promise
  // no code begins like this
  return '?' + (discount ? 'discount=' + discount : token ? 'token=' + token : 'ref=' + ref)
}

/** The first of a list that is the same grant, whatever code it has by now. */
export const findSame = <Item extends Pick<Grant, 'code' | 'promise'>>(
  list: readonly Item[],
  grant: Pick<Grant, 'code' | 'promise'>,
): Item | undefined => list.find((item) => isSame(idOf(item), idOf(grant)))

/** In force: neither used, ended nor taken off. */
export const isLive = ({ status }: Grant): boolean => /held|applied|waiting/.test(status)

/** In force and wanted on the cart; a promise is not before it has a code. */
export const isWanted = (entry: Entry): boolean => isLive(entry) && !entry.parked && !!entry.code

/** The shopper's own choice, which nothing of ours overrules. */
export const isTyped = ({ source }: Grant): boolean => source === 'shopper'

/** Equal entries give equal text, whoever built them: the order of the fields is fixed. */
export const canonical = (value: unknown): string =>
  JSON.stringify(
    value,
    (
      'v grants code source grantedAt expiresAt status rev reason cart told order parked ' +
      'promise discount token ref seed checkout endsAt stale'
    ).split(' '),
  )

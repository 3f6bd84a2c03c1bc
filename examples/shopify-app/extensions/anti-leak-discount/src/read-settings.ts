import type { GrantOffer } from './grant-format.js'
import { isGrantOffer } from './grant-format.js'

/** What a function may believe of its metafield: whatever is wrong in there is not in here. */
export interface KnownSettings {
  readonly shop: string
  readonly keys: readonly { readonly id: string; readonly secret: string }[]
  readonly offers: readonly GrantOffer[]
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Reads the metafield's JSON, which `writeGrantSettings` wrote, or anything else; never throws. */
export const readSettings = (json: unknown): KnownSettings => {
  const { keys, offers, shop } = isFields(json) ? json : {}
  return {
    shop: typeof shop === 'string' ? shop : '',
    keys: listOf(keys)
      .filter(isFields)
      .flatMap(({ id, secret }) =>
        typeof id === 'string' && typeof secret === 'string' ? [{ id, secret }] : [],
      ),
    offers: listOf(offers).filter(isGrantOffer),
  }
}

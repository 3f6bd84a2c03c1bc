import type { ConversionStatus } from './payout.js'
import type { Conversion } from './types.js'

/** What conversions can be put together by. Days and months are those of UTC. */
export type ReportKey = 'coupon' | 'publisher' | 'offer' | 'day' | 'month'

/** Which conversions count; members that are absent let all in. */
export interface ReportFilter {
  /** A coupon's own text. */
  readonly coupon?: string | undefined
  readonly publisher?: string | undefined
  readonly offer?: string | undefined
  readonly status?: ConversionStatus | undefined
  /** Milliseconds since 1970: `from` counts, `to` does not. */
  readonly from?: number | undefined
  readonly to?: number | undefined
}

/** One line of a report. Amounts are sums in integer minor units of the currency; currencies are never added up. */
export interface ReportRow {
  /** Empty where a conversion has no such thing: a sale without coupon, or without publisher. */
  readonly key: string
  readonly currency: string
  readonly sales: number
  readonly amount: number
  readonly discount: number
  readonly commission: number
}

const KEYS: Readonly<Record<ReportKey, (conversion: Conversion) => string | undefined>> = {
  coupon: ({ coupon }) => coupon?.code,
  publisher: ({ publisher }) => publisher,
  offer: ({ offer }) => offer,
  day: ({ at }) => new Date(at).toISOString().slice(0, 10),
  month: ({ at }) => new Date(at).toISOString().slice(0, 7),
}

/** The conversions that a filter lets in, in their order. */
export const filterConversions = (
  conversions: readonly Conversion[],
  filter: ReportFilter = {},
): readonly Conversion[] => {
  const { coupon, publisher, offer, status, from = -Infinity, to = Infinity } = filter
  const wanted = Object.entries({ coupon, publisher, offer, status }).filter(
    ([, value]) => value !== undefined,
  )
  return conversions.filter((conversion) => {
    const said: Readonly<Record<string, unknown>> = {
      ...conversion,
      coupon: conversion.coupon?.code,
    }
    const isWanted = wanted.every(([name, value]) => said[name] === value)
    return isWanted && from <= conversion.at && conversion.at < to
  })
}

/** Sums by coupon, publisher, offer, day or month, sorted by key and currency. */
export const report = (
  conversions: readonly Conversion[],
  by: ReportKey,
  filter?: ReportFilter,
): readonly ReportRow[] => {
  const rows = new Map<string, ReportRow>()
  for (const conversion of filterConversions(conversions, filter)) {
    const { amount, commission, currency, discount } = conversion
    const key = KEYS[by](conversion) ?? ''
    const place = JSON.stringify([key, currency])
    const sum = rows.get(place)
    rows.set(place, {
      key,
      currency,
      sales: (sum?.sales ?? 0) + 1,
      amount: (sum?.amount ?? 0) + amount,
      discount: (sum?.discount ?? 0) + discount,
      commission: (sum?.commission ?? 0) + commission,
    })
  }
  return [...rows.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
}

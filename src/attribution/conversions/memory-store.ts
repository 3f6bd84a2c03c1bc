import { sumSales } from '../earlier-sales.js'
import { filterConversions } from '../report.js'
import type { Conversion } from '../types.js'
import type { ConversionStore, Delivery } from './conversion-store.js'
import type { SaleReport } from './merge-reports.js'

interface Kept {
  readonly conversion: Conversion
  readonly reports: number
}

interface Waiting {
  readonly delivery: Delivery
  readonly state: 'waiting' | 'delivered' | 'dead' | 'withdrawn'
  readonly at: number
  /** That it was reckoned from; infinite once it was tried or refused, since then it does not change. */
  readonly reports: number
}

const keyOf = ({ orderId, postback }: Pick<Delivery, 'orderId' | 'postback'>): string =>
  JSON.stringify([orderId, postback])

/** Keeps conversions in memory: for tests, demos and one process whose books are elsewhere. */
export const memoryStore = (): ConversionStore => {
  const reports = new Map<string, readonly SaleReport[]>()
  const kept = new Map<string, Kept>()
  const queue = new Map<string, Waiting>()
  const put = (waiting: Waiting): void => void queue.set(keyOf(waiting.delivery), waiting)
  const conversions = (): readonly Conversion[] =>
    [...kept.values()].map(({ conversion }) => conversion)

  return {
    report: async (report) => {
      const known = reports.get(report.orderId) ?? []
      const isNew = known.every(({ source }) => source !== report.source)
      const isRefused = ({ source }: SaleReport): boolean =>
        source === report.source && report.consent === false
      const all = isNew
        ? [...known, report]
        : known.map((one) => (isRefused(one) ? { ...one, consent: false } : one))
      reports.set(report.orderId, all)
      return all
    },
    save: async (conversion, count) => {
      const before = kept.get(conversion.orderId)
      if (!before || before.reports <= count)
        kept.set(conversion.orderId, { conversion, reports: count })
    },
    history: async ({ at, customer, orderId }, publishers) => {
      const past = conversions().filter((one) => one.orderId !== orderId && one.at <= at)
      const history = past.filter((one) => customer !== undefined && one.customer === customer)
      const theirs = new Set([
        ...publishers,
        ...history.flatMap(({ publisher }) => publisher ?? []),
      ])
      const sold = past.filter(({ publisher }) => theirs.has(publisher ?? ''))
      return { history, earlier: sumSales(sold) }
    },
    list: async (filter) => filterConversions(conversions(), filter),
    enqueue: async ({ orderId, postback, url }, at, count) => {
      const delivery: Delivery = { orderId, postback, url, attempts: 0, trouble: '' }
      const before = queue.get(keyOf(delivery))
      if (before && before.reports > count) return
      const due = before?.state === 'waiting' ? before.at : at
      put({ delivery, state: 'waiting', at: due, reports: count })
    },
    withdraw: async ({ orderId, postback, url }, count) => {
      const before = queue.get(keyOf({ orderId, postback }))
      if (before && (before.reports > count || before.state === 'delivered')) return
      const delivery = before?.delivery ?? { orderId, postback, url, attempts: 0, trouble: '' }
      put({ delivery, state: 'withdrawn', at: 0, reports: count })
    },
    take: async (now, until, most) => {
      const due = [...queue.values()]
        .filter(({ at, state }) => state === 'waiting' && at <= now)
        .sort((one, other) => one.at - other.at)
        .slice(0, most)
      due.forEach((waiting) => put({ ...waiting, at: until, reports: Infinity }))
      return due.map(({ delivery }) => delivery)
    },
    finish: async (delivery, outcome) => {
      if (queue.get(keyOf(delivery))?.state !== 'waiting') return
      const attempts = delivery.attempts + 1
      const trouble = outcome.state === 'delivered' ? '' : outcome.trouble
      const state = outcome.state === 'again' ? 'waiting' : outcome.state
      const at = outcome.state === 'again' ? outcome.at : 0
      put({ delivery: { ...delivery, attempts, trouble }, state, at, reports: Infinity })
    },
    dead: async () =>
      [...queue.values()].filter(({ state }) => state === 'dead').map(({ delivery }) => delivery),
    revive: async (which, at) => {
      const waiting = queue.get(keyOf(which))
      if (waiting?.state === 'dead')
        put({ ...waiting, delivery: { ...waiting.delivery, attempts: 0 }, state: 'waiting', at })
    },
  }
}

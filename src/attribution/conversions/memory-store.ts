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
  readonly state: 'waiting' | 'delivered' | 'dead'
  readonly at: number
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
      const all = isNew ? [...known, report] : known
      reports.set(report.orderId, all)
      return all
    },
    save: async (conversion, count) => {
      const before = kept.get(conversion.orderId)
      if (!before || before.reports <= count)
        kept.set(conversion.orderId, { conversion, reports: count })
    },
    history: async ({ customer, orderId }, publishers) =>
      conversions().filter(
        (one) =>
          one.orderId !== orderId &&
          ((customer !== undefined && one.customer === customer) ||
            publishers.includes(one.publisher ?? '')),
      ),
    list: async (filter) => filterConversions(conversions(), filter),
    enqueue: async ({ orderId, postback, url }, at) => {
      const delivery: Delivery = { orderId, postback, url, attempts: 0, trouble: '' }
      if (!queue.has(keyOf(delivery))) put({ delivery, state: 'waiting', at })
    },
    take: async (now, until, most) => {
      const due = [...queue.values()]
        .filter(({ at, state }) => state === 'waiting' && at <= now)
        .sort((one, other) => one.at - other.at)
        .slice(0, most)
      due.forEach((waiting) => put({ ...waiting, at: until }))
      return due.map(({ delivery }) => delivery)
    },
    finish: async (delivery, outcome) => {
      if (queue.get(keyOf(delivery))?.state !== 'waiting') return
      const attempts = delivery.attempts + 1
      const trouble = outcome.state === 'delivered' ? '' : outcome.trouble
      const tried = { ...delivery, attempts, trouble }
      if (outcome.state === 'again') put({ delivery: tried, state: 'waiting', at: outcome.at })
      else put({ delivery: tried, state: outcome.state, at: 0 })
    },
    dead: async () =>
      [...queue.values()].filter(({ state }) => state === 'dead').map(({ delivery }) => delivery),
    revive: async (which, at) => {
      const waiting = queue.get(keyOf(which))
      if (waiting?.state === 'dead')
        put({ delivery: { ...waiting.delivery, attempts: 0 }, state: 'waiting', at })
    },
  }
}

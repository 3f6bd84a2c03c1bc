import type { ConversionStore, Delivery } from '../../attribution/conversions/conversion-store.js'
import type { SaleReport } from '../../attribution/conversions/merge-reports.js'
import type { Conversion } from '../../attribution/types.js'

type Row = Readonly<Record<string, unknown>>

/** What is needed of a pool of connections: `Pool` of the package `pg` has it, and so have its like. */
export interface PostgresPool {
  readonly query: (text: string, values: unknown[]) => Promise<{ readonly rows: readonly Row[] }>
}

const toReport = ({ report }: Row): SaleReport => JSON.parse(String(report))
const toConversion = ({ conversion }: Row): Conversion => JSON.parse(String(conversion))
const toDelivery = ({ attempts, order_id, postback, trouble, url }: Row): Delivery => ({
  orderId: String(order_id),
  postback: String(postback),
  url: String(url),
  attempts: Number(attempts),
  trouble: String(trouble),
})

/** PostgreSQL has no such character; null is how it says that there is nothing. */
const column = (text: string | undefined): string | null => text?.split('\0').join('') ?? null

const CONVERSIONS = 'select conversion::text from discount_keeper_conversions'
const DELIVERY = 'order_id, postback, url, attempts, trouble'

/**
 * Keeps conversions in PostgreSQL, for as many processes as there are. Its tables are those of `postgresSchema`, which is for
 * the caller to run; three of them: `discount_keeper_reports` (order, source, what it said), `discount_keeper_conversions`
 * (order, what it came to, and what it is looked up by) and `discount_keeper_deliveries` (order, postback, state, when due).
 *
 * ```ts
 * const pool = new pg.Pool({ connectionString })
 * await pool.query(postgresSchema)
 * const conversions = createConversions({ store: postgresStore(pool), coupons })
 * ```
 */
export const postgresStore = (pool: PostgresPool): ConversionStore => {
  const ask = async (text: string, values: unknown[]): Promise<readonly Row[]> =>
    (await pool.query(text, values)).rows

  return {
    report: async (report) => {
      const order = column(report.orderId)
      await ask(
        `insert into discount_keeper_reports (order_id, source, report) values ($1, $2, $3)
         on conflict do nothing`,
        [order, report.source, JSON.stringify(report)],
      )
      // a second statement: of several that report at once, the last sees what all have said
      const rows = await ask(
        'select report::text from discount_keeper_reports where order_id = $1 order by source',
        [order],
      )
      return rows.map(toReport)
    },
    save: async (conversion, reports) => {
      const { at, coupon, customer, offer, orderId, publisher, status } = conversion
      await ask(
        `insert into discount_keeper_conversions
           (order_id, reports, at, customer, publisher, offer, coupon, status, conversion)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (order_id) do update set
           reports = excluded.reports, at = excluded.at, customer = excluded.customer,
           publisher = excluded.publisher, offer = excluded.offer, coupon = excluded.coupon,
           status = excluded.status, conversion = excluded.conversion
         where discount_keeper_conversions.reports <= excluded.reports`,
        [
          column(orderId),
          reports,
          at,
          ...[customer, publisher, offer, coupon?.code].map(column),
          status,
          JSON.stringify(conversion),
        ],
      )
    },
    history: async ({ customer, orderId }, publishers) => {
      const rows = await ask(
        `${CONVERSIONS} where order_id <> $1 and (customer = $2 or publisher = any($3::text[]))
         order by place`,
        [column(orderId), column(customer), publishers.map(column)],
      )
      return rows.map(toConversion)
    },
    list: async (filter = {}) => {
      const { coupon, from = -Infinity, offer, publisher, status, to = Infinity } = filter
      const rows = await ask(
        `${CONVERSIONS} where at >= $1::float8 and at < $2::float8
           and ($3::text is null or coupon = $3) and ($4::text is null or publisher = $4)
           and ($5::text is null or offer = $5) and ($6::text is null or status = $6)
         order by place`,
        [from, to, ...[coupon, publisher, offer, status].map(column)],
      )
      return rows.map(toConversion)
    },
    enqueue: async ({ orderId, postback, url }, at) => {
      await ask(
        `insert into discount_keeper_deliveries (order_id, postback, url, due)
         values ($1, $2, $3, $4) on conflict do nothing`,
        [column(orderId), postback, url, at],
      )
    },
    take: async (now, until, most) => {
      const rows = await ask(
        `update discount_keeper_deliveries set due = $2 where (order_id, postback) in (
           select order_id, postback from discount_keeper_deliveries
           where state = 'waiting' and due <= $1 order by due, place limit $3
           for update skip locked
         ) returning ${DELIVERY}`,
        [now, until, most ?? null],
      )
      return rows.map(toDelivery)
    },
    finish: async ({ attempts, orderId, postback }, outcome) => {
      const trouble = outcome.state === 'delivered' ? '' : outcome.trouble
      await ask(
        `update discount_keeper_deliveries set state = $3, attempts = $4, trouble = $5, due = $6
         where order_id = $1 and postback = $2 and state = 'waiting'`,
        [
          column(orderId),
          postback,
          outcome.state === 'again' ? 'waiting' : outcome.state,
          attempts + 1,
          column(trouble),
          outcome.state === 'again' ? outcome.at : 0,
        ],
      )
    },
    dead: async () => {
      const rows = await ask(
        `select ${DELIVERY} from discount_keeper_deliveries where state = 'dead' order by place`,
        [],
      )
      return rows.map(toDelivery)
    },
    revive: async ({ orderId, postback }, at) => {
      await ask(
        `update discount_keeper_deliveries set state = 'waiting', attempts = 0, due = $3
         where order_id = $1 and postback = $2 and state = 'dead'`,
        [column(orderId), postback, at],
      )
    },
  }
}

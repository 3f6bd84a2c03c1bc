import type { ConversionStore } from '../../attribution/conversions/conversion-store.js'
import type { EarlierSales } from '../../attribution/earlier-sales.js'
import type { SaleReport } from '../../attribution/conversions/merge-reports.js'
import type { Conversion } from '../../attribution/types.js'
import { column } from './postgres-ask.js'
import type { AskPostgres, PostgresPool, Row } from './postgres-ask.js'
import { postgresDeliveries } from './postgres-deliveries.js'

const toReport = ({ refused, report }: Row): SaleReport => ({
  ...JSON.parse(String(report)),
  ...(refused === true && { consent: false }),
})
const toConversion = ({ conversion }: Row): Conversion => JSON.parse(String(conversion))
const toEarlier = ({ amount, currency, offer, publisher, sales }: Row): EarlierSales => ({
  publisher: String(publisher),
  offer: typeof offer === 'string' ? offer : undefined,
  currency: String(currency),
  sales: Number(sales),
  amount: Number(amount),
})

const CONVERSIONS = 'select conversion::text from discount_keeper_conversions'

/**
 * Keeps conversions in PostgreSQL, for as many processes as there are. Its tables are those of `postgresSchema`, which is for
 * the caller to run; three of them: `discount_keeper_reports` (order, source, what it said), `discount_keeper_conversions`
 * (order, what it came to, and what it is looked up and summed up by) and `discount_keeper_deliveries` (order, postback, state, when due).
 *
 * ```ts
 * const pool = new pg.Pool({ connectionString })
 * await pool.query(postgresSchema)
 * const conversions = createConversions({ store: postgresStore(pool), coupons })
 * ```
 */
export const postgresStore = (pool: PostgresPool): ConversionStore => {
  const ask: AskPostgres = async (text, values) => (await pool.query(text, values)).rows

  return {
    report: async (report) => {
      const order = column(report.orderId)
      await ask(
        `insert into discount_keeper_reports (order_id, source, report, refused)
         values ($1, $2, $3, $4)
         on conflict (order_id, source) do update set refused = true
         where excluded.refused and not discount_keeper_reports.refused`,
        [order, report.source, JSON.stringify(report), report.consent === false],
      )
      // a second statement: of several that report at once, the last sees what all have said
      const rows = await ask(
        'select report::text, refused from discount_keeper_reports where order_id = $1 order by source',
        [order],
      )
      return rows.map(toReport)
    },
    save: async (conversion, reports) => {
      const { amount, at, coupon, currency, customer, offer, orderId, publisher } = conversion
      await ask(
        `insert into discount_keeper_conversions
           (order_id, reports, at, customer, publisher, offer, coupon, status, currency, amount,
            conversion)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (order_id) do update set
           reports = excluded.reports, at = excluded.at, customer = excluded.customer,
           publisher = excluded.publisher, offer = excluded.offer, coupon = excluded.coupon,
           status = excluded.status, currency = excluded.currency, amount = excluded.amount,
           conversion = excluded.conversion
         where discount_keeper_conversions.reports <= excluded.reports`,
        [
          column(orderId),
          reports,
          at,
          ...[customer, publisher, offer, coupon?.code].map(column),
          conversion.status,
          currency.toUpperCase(),
          amount,
          JSON.stringify(conversion),
        ],
      )
    },
    history: async ({ at, customer, orderId }, publishers) => {
      const before = [column(orderId), at]
      const rows = await ask(
        `${CONVERSIONS} where order_id <> $1 and at <= $2::float8 and customer = $3 order by place`,
        [...before, column(customer)],
      )
      const history = rows.map(toConversion)
      const theirs = [...publishers, ...history.flatMap(({ publisher }) => publisher ?? [])]
      // read from the index alone: 60 ms of 100,000 sales, which as conversions take 1,800
      const sums = await ask(
        `select publisher, offer, currency, count(*) as sales, sum(amount) as amount
         from discount_keeper_conversions
         where order_id <> $1 and at <= $2::float8 and publisher = any($3::text[])
           and status <> 'declined'
         group by publisher, offer, currency`,
        [...before, theirs.map(column)],
      )
      return { history, earlier: sums.map(toEarlier) }
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
    ...postgresDeliveries(ask),
  }
}

import type { ConversionStore, Delivery } from '../../attribution/conversions/conversion-store.js'
import { column } from './postgres-ask.js'
import type { AskPostgres, Row } from './postgres-ask.js'

const toDelivery = ({ attempts, order_id, postback, trouble, url }: Row): Delivery => ({
  orderId: String(order_id),
  postback: String(postback),
  url: String(url),
  attempts: Number(attempts),
  trouble: String(trouble),
})

const DELIVERY = 'order_id, postback, url, attempts, trouble'

type Deliveries = Pick<
  ConversionStore,
  'enqueue' | 'withdraw' | 'take' | 'finish' | 'dead' | 'revive'
>

/** The part of `postgresStore` that keeps what is to be told. */
export const postgresDeliveries = (ask: AskPostgres): Deliveries => ({
  enqueue: async ({ orderId, postback, url }, at, reports) => {
    await ask(
      `insert into discount_keeper_deliveries as old (order_id, postback, url, due, reports)
         values ($1, $2, $3, $4, $5)
         on conflict (order_id, postback) do update set
           url = excluded.url, state = 'waiting', reports = excluded.reports,
           due = case when old.state = 'waiting' then old.due else excluded.due end
         where old.reports <= excluded.reports`,
      [column(orderId), postback, url, at, reports],
    )
  },
  withdraw: async ({ orderId, postback, url }, reports) => {
    await ask(
      `insert into discount_keeper_deliveries as old (order_id, postback, url, due, reports, state)
         values ($1, $2, $3, 0, $4, 'withdrawn')
         on conflict (order_id, postback) do update set
           state = 'withdrawn', reports = excluded.reports
         where old.reports <= excluded.reports and old.state <> 'delivered'`,
      [column(orderId), postback, url, reports],
    )
  },
  take: async (now, until, most) => {
    const rows = await ask(
      `update discount_keeper_deliveries set due = $2, reports = 'Infinity' where (order_id, postback) in (
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
})

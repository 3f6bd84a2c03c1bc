import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PostgresPool } from '../../src/server/index.js'
import { postgresSchema, postgresStore } from '../../src/server/index.js'
import { conformsToStore } from '../attribution/conversions/store-conformance.js'
import { conversionOf, saleOf } from '../attribution/sale.js'
import { openDatabase } from './open-database.js'

// where there is no PostgreSQL this file is left out, and the run says so
let database: Awaited<ReturnType<typeof openDatabase>>
let pools: readonly [pg.Pool, pg.Pool]

beforeAll(async () => {
  database = await openDatabase()
  const open = () => new pg.Pool({ connectionString: database.url, max: 8 })
  pools = [open(), open()]
}, 120_000)
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()))
  database.stop()
})

const openStores = async () => {
  const [pool, other] = pools
  await pool.query(postgresSchema)
  await pool.query(
    'truncate discount_keeper_reports, discount_keeper_conversions, discount_keeper_deliveries',
  )
  return [postgresStore(pool), postgresStore(other)] as const
}

conformsToStore('PostgreSQL', openStores)

/** Commits no report before two have been written: neither then saw the other's. */
const meetAtCommit = (): readonly [PostgresPool, PostgresPool] => {
  let meet: () => void = () => undefined
  const met = new Promise<void>((resolve) => (meet = resolve))
  let written = 0
  const [one, other] = pools.map((pool): PostgresPool => ({
    query: async (text, values) => {
      if (!text.includes('insert into discount_keeper_reports')) return pool.query(text, values)
      const client = await pool.connect()
      await client.query('begin')
      const result = await client.query(text, values)
      if (++written === 2) meet()
      await met
      await client.query('commit')
      client.release()
      return result
    },
  }))
  if (!one || !other) throw new Error('There are two pools')
  return [one, other]
}

it('shows both reports to one at least of two that are written at the same moment', async () => {
  await openStores()
  const [one, other] = meetAtCommit().map(postgresStore)
  const seen = await Promise.all([
    one?.report({ ...saleOf(), source: 'webhook' }),
    other?.report({ ...saleOf(), source: 'page' }),
  ])
  expect(Math.max(...seen.map((reports) => reports?.length ?? 0))).toBe(2)
})

it('keeps what is there where its tables are made again', async () => {
  const [store] = await openStores()
  await store.save(conversionOf(), 1)
  await pools[0].query(postgresSchema)
  expect(await store.list()).toHaveLength(1)
})

it('keeps an order though its texts have what PostgreSQL has not', async () => {
  const [store] = await openStores()
  const odd = conversionOf({ orderId: '1\0', customer: 'c\0', publisher: '\uD800' })
  await store.report({ ...odd, source: 'page' })
  await store.save(odd, 1)
  expect(await store.list()).toMatchObject([{ orderId: '1\0', customer: 'c\0' }])
  const { history } = await store.history(saleOf({ orderId: '2', customer: 'c\0' }), [])
  expect(history).toHaveLength(1)
})

it('rejects where the database is gone', async () => {
  const gone = new pg.Pool({ connectionString: 'postgres://postgres@127.0.0.1:1/none' })
  await expect(postgresStore(gone).report({ ...saleOf(), source: 'page' })).rejects.toThrow(
    'ECONNREFUSED',
  )
  await gone.end()
})

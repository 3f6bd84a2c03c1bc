import pg from 'pg'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { expect, it } from 'vitest'
import { openDatabase } from './open-database.js'
import { runWorker } from './workers/run-worker.js'

const makeTable = async (url: string): Promise<void> => {
  const storeClient = new pg.Pool({ connectionString: url })
  await new Promise<void>((resolve, reject) => {
    const limits = { storeClient, tableName: 'limits', points: 1, duration: 1 }
    new RateLimiterPostgres(limits, (error) => (error ? reject(error) : resolve()))
  })
  await storeClient.end()
}

// where there is no PostgreSQL this file is left out, and the run says so
it('two workers share one limit that PostgreSQL keeps', async () => {
  const database = await openDatabase()
  try {
    await makeTable(database.url)
    const env = { DATABASE_URL: database.url }
    const statuses = (await Promise.all([1, 2].map(() => runWorker('limit.ts', env)))).flat()
    expect(statuses.filter((status) => status === 200)).toHaveLength(30)
    expect(statuses.filter((status) => status === 429)).toHaveLength(20)
  } finally {
    database.stop()
  }
}, 120_000)

import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { expect, it } from 'vitest'
import { findPostgres } from '../../e2e/engines/medusa/find-postgres.js'
import { runWorker } from './workers/run-worker.js'

interface Database {
  readonly url: string
  readonly stop: () => void
}
interface DatabaseModule {
  readonly startDatabase: (programs: string, port: number) => Promise<Database>
}
const { startDatabase } = createRequire(import.meta.url)(
  '../../e2e/engines/medusa/database.cjs',
) as DatabaseModule

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

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
  const database = await startDatabase(String(findPostgres()), await freePort())
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

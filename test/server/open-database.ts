import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { findPostgres } from '../../e2e/engines/medusa/find-postgres.js'

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

/** A PostgreSQL of its own, empty; for machines that have its programs. */
export const openDatabase = async (): Promise<Database> =>
  startDatabase(String(findPostgres()), await freePort())

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

// Debian keeps them off the path
const PLACES = '/usr/lib/postgresql'

/** Where this machine has PostgreSQL's programs, or undefined. */
export const findPostgres = (): string | undefined => {
  const versions = existsSync(PLACES) ? readdirSync(PLACES).sort().reverse() : []
  const folders = [
    ...versions.map((version) => join(PLACES, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ]
  return folders.find((folder) => existsSync(join(folder, 'initdb')))
}

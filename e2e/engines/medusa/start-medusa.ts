import { engineDirectory } from '../install-engine.js'
import { startChild } from '../start-child.js'
import { findPostgres } from './find-postgres.js'
import type { SeededMedusa } from './open-medusa.js'

export interface StartedMedusa {
  readonly shop: SeededMedusa
  readonly stop: () => Promise<void>
}

/** Starts a real Medusa shop on a PostgreSQL of its own, with the seed that all shops under test share. */
export const startMedusa = async (): Promise<StartedMedusa> => {
  const { said, stop } = await startChild('boot.cjs', {
    cwd: engineDirectory('medusa'),
    env: { POSTGRES_PROGRAMS: findPostgres() },
  })
  return { shop: said as SeededMedusa, stop }
}

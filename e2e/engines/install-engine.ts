import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findPostgres } from './medusa/find-postgres.js'

/** Real shops that the tests run on, each a package of its own beside this file. */
export const engines = ['vendure', 'medusa'] as const

export type Engine = (typeof engines)[number]

/** Milliseconds: five times what a slow machine took. */
const PATIENCE = 400_000

/** Where an engine's package is. */
export const engineDirectory = (engine: Engine): string => join(import.meta.dirname, engine)

const needs: Readonly<Record<Engine, () => boolean>> = {
  vendure: () => true,
  medusa: () => !!findPostgres(),
}

/** True where the engine can run at once: its packages are there, and what this machine has to bring. */
export const hasEngine = (engine: Engine): boolean =>
  needs[engine]() && existsSync(join(engineDirectory(engine), 'node_modules/.package-lock.json'))

/** Installs an engine from its own lockfile where it is missing; answers whether it can run. */
export const installEngine = (engine: Engine): boolean => {
  if (hasEngine(engine) || !needs[engine]()) return hasEngine(engine)
  process.stdout.write(`\ninstalling ${engine}, once\n`)
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  spawnSync('npm', ['ci', ...options, '--prefix', engineDirectory(engine)], {
    stdio: 'inherit',
    timeout: PATIENCE,
  })
  return hasEngine(engine)
}

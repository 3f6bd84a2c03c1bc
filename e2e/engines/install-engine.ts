import { join } from 'node:path'
import {
  installPackages,
  isInstalled,
  startInstallingPackages,
} from '../support/install-packages.js'
import { findPostgres } from './medusa/find-postgres.js'

/** Real shops that the tests run on, each a package of its own beside this file. */
export const engines = ['vendure', 'medusa'] as const

export type Engine = (typeof engines)[number]

/** Where an engine's package is. */
export const engineDirectory = (engine: Engine): string => join(import.meta.dirname, engine)

const needs: Readonly<Record<Engine, () => boolean>> = {
  vendure: () => true,
  medusa: () => !!findPostgres(),
}

/** What keeps an engine from this machine, as a sentence; undefined where nothing does. */
export const whyNot = (engine: Engine): string | undefined =>
  needs[engine]() ? undefined : `${engine} is left out: it needs PostgreSQL, which is not here`

/** True where the engine can run at once: its packages are there, and what this machine has to bring. */
export const hasEngine = (engine: Engine): boolean =>
  needs[engine]() && isInstalled(engineDirectory(engine))

/** Installs an engine from its own lockfile where it is missing; answers whether it can run. */
export const installEngine = (engine: Engine): boolean => {
  if (hasEngine(engine) || whyNot(engine)) return hasEngine(engine)
  process.stdout.write(`\ninstalling ${engine}, once\n`)
  return installPackages(engineDirectory(engine))
}

/**
 * Installs an engine from its own lockfile where it is missing, beside whatever else this process does; resolves to whether
 * it can run, and never rejects.
 */
export const startInstalling = (engine: Engine): Promise<boolean> =>
  hasEngine(engine) || whyNot(engine)
    ? Promise.resolve(hasEngine(engine))
    : startInstallingPackages(engineDirectory(engine))

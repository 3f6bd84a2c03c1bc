import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findPostgres } from './medusa/find-postgres.js'

/** Real shops that the tests run on, each a package of its own beside this file. */
export const engines = ['vendure', 'medusa'] as const

export type Engine = (typeof engines)[number]

/** Milliseconds: many times what a slow machine took. */
const PATIENCE = 400_000

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
  needs[engine]() && existsSync(join(engineDirectory(engine), 'node_modules/.package-lock.json'))

const commandFor = (engine: Engine): readonly string[] => [
  'ci',
  '--ignore-scripts',
  '--prefer-offline',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
  '--prefix',
  engineDirectory(engine),
]

/** Installs an engine from its own lockfile where it is missing; answers whether it can run. */
export const installEngine = (engine: Engine): boolean => {
  if (hasEngine(engine) || whyNot(engine)) return hasEngine(engine)
  process.stdout.write(`\ninstalling ${engine}, once\n`)
  spawnSync('npm', commandFor(engine), { stdio: 'inherit', timeout: PATIENCE })
  return hasEngine(engine)
}

/**
 * Installs an engine from its own lockfile where it is missing, beside whatever else this process does; resolves to whether
 * it can run, and never rejects. What npm has to say of a failure goes to the output at the end.
 */
export const startInstalling = (engine: Engine): Promise<boolean> => {
  if (hasEngine(engine) || whyNot(engine)) return Promise.resolve(hasEngine(engine))
  const child = spawn('npm', commandFor(engine), {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: PATIENCE,
  })
  const complaints: string[] = []
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text))
  return new Promise((resolve) => {
    const end = (): void => {
      if (!hasEngine(engine)) process.stdout.write(`\n${engine}: ${complaints.join('')}\n`)
      resolve(hasEngine(engine))
    }
    child.once('error', end).once('close', end)
  })
}

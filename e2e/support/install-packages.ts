import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Milliseconds: many times what a slow machine took. */
const PATIENCE = 400_000

/** From the folder's lockfile; without one, the very versions that its manifest names. */
const commandFor = (directory: string): readonly string[] => [
  ...(existsSync(join(directory, 'package-lock.json')) ? ['ci'] : ['install', '--no-package-lock']),
  '--ignore-scripts',
  '--prefer-offline',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
  '--prefix',
  directory,
]

/** True where the packages of a folder are there. */
export const isInstalled = (directory: string): boolean =>
  existsSync(join(directory, 'node_modules/.package-lock.json'))

/** Installs a folder's packages; answers whether they are there then. */
export const installPackages = (directory: string): boolean => {
  spawnSync('npm', commandFor(directory), { stdio: 'inherit', timeout: PATIENCE })
  return isInstalled(directory)
}

/**
 * Does the same beside whatever else this process does; resolves to whether they are there, and never rejects. What npm has to
 * say of a failure goes to the output at the end.
 */
export const startInstallingPackages = (directory: string): Promise<boolean> => {
  const child = spawn('npm', commandFor(directory), {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: PATIENCE,
  })
  const complaints: string[] = []
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text))
  return new Promise((resolve) => {
    const end = (): void => {
      const isThere = isInstalled(directory)
      if (!isThere) process.stdout.write(`\n${directory}: ${complaints.join('')}\n`)
      resolve(isThere)
    }
    child.once('error', end).once('close', end)
  })
}

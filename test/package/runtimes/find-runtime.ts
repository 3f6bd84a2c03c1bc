import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const installed = fileURLToPath(new URL('../../../node_modules/.bin/', import.meta.url))
const modules = join(import.meta.dirname, 'installed', 'node_modules')

/** What npm has put here for this machine; its own starters want scripts to have run. */
const packed = (name: string): readonly string[] =>
  ['@deno', '@oven']
    .map((scope) => join(modules, scope))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((platform) => join(folder, platform)))
    .flatMap((folder) => [join(folder, name), join(folder, 'bin', name)])

/**
 * The command that starts a runtime: that of the versions it was tried with, else of this project or of this machine, or
 * undefined where there is none.
 */
export const findRuntime = (name: string): string | undefined =>
  [...packed(name), installed + name, name].find(
    (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0,
  )

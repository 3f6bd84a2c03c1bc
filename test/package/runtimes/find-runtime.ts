import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const installed = fileURLToPath(new URL('../../../node_modules/.bin/', import.meta.url))

/** The command that starts a runtime, of this machine or of this project, or undefined where there is none. */
export const findRuntime = (name: string): string | undefined =>
  [name, installed + name].find(
    (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0,
  )

import { spawnSync } from 'node:child_process'

/** The command that runs PHP, or undefined where there is none. */
export const findPhp = (): string | undefined =>
  spawnSync('php', ['--version'], { stdio: 'ignore' }).status === 0 ? 'php' : undefined

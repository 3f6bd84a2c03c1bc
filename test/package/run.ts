import { spawnSync } from 'node:child_process'
import { root } from './manifest.js'

interface Outcome {
  readonly status: number | null
  readonly output: string
}

/** Runs a command, by default at the root, and hands back how it ended and all that it printed. */
export const run = (command: readonly string[], cwd: string = root): Outcome => {
  const [name = '', ...args] = command
  const { status, stdout, stderr } = spawnSync(name, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' },
  })
  return { status, output: stdout + stderr }
}

/** Like `run`, for the tools of this package. */
export const runTool = (tool: string, ...args: readonly string[]): Outcome =>
  run(['npx', '--no-install', tool, ...args])

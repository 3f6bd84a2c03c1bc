import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Runs a script of this folder in a process of its own and answers the JSON that it prints. */
export const runWorker = async (
  script: string,
  env: Readonly<Record<string, string>>,
): Promise<unknown> => {
  const file = fileURLToPath(new URL(script, import.meta.url))
  const { stdout } = await run(process.execPath, ['--import', 'tsx', file], {
    cwd: root,
    env: { ...process.env, ...env },
  })
  return JSON.parse(stdout)
}

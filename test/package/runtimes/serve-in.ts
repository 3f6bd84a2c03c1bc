import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { inject, onTestFinished } from 'vitest'
import { bundleOne } from '../bundle-one.js'
import { findRuntime } from './find-runtime.js'
import type { Runtime } from './runtimes.js'

/** Serves `answer`, which these lines of code name, in a runtime until the test is over; resolves to where. */
export const serveIn = async (runtime: Runtime, source: string): Promise<string> => {
  const { args, files = {}, isBundled, name, serve } = runtime
  const folder = mkdtempSync(join(inject('consumer'), `${name}-`))
  const code = `${source}\n${serve}`
  const served = isBundled ? (await bundleOne(code, 'es')).code : code
  for (const [file, text] of Object.entries({ ...files, 'served.js': served }))
    writeFileSync(join(folder, file), text)
  mkdirSync(join(folder, 'home'))

  // a group of its own: a package may start its runtime by a script
  const child = spawn(findRuntime(name) ?? name, args, {
    cwd: folder,
    detached: true,
    env: { PATH: process.env['PATH'], HOME: join(folder, 'home'), DO_NOT_TRACK: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise((resolve) => {
    child.once('close', resolve)
  })
  onTestFinished(async () => {
    if (child.pid && child.exitCode === null) process.kill(-child.pid)
    await ended
  })
  const trouble: string[] = []
  createInterface(child.stderr).on('line', (line) => trouble.push(line))
  for await (const line of createInterface(child.stdout)) {
    const port = /"port":\s*(\d+)/.exec(line)?.[1]
    if (port) return `http://127.0.0.1:${port}`
  }
  throw new Error(`${name} ended before it served\n${trouble.join('\n')}`)
}

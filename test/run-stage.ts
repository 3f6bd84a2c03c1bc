import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Count } from './count-tests.js'
import { countTests } from './count-tests.js'

const directory = mkdtempSync(join(tmpdir(), 'discount-keeper-'))
process.once('exit', () => rmSync(directory, { recursive: true, force: true }))

/** Where a stage leaves its report. */
export const reportOf = (stage: string): string => join(directory, `${stage}.json`)

export const say = (sentence: string): void => {
  process.stdout.write(`\n${sentence}\n`)
}

const beside = new Set(['lint', 'types', 'build', 'package', 'engines'])

/** Runs the npm script of this name; what it says is printed at its end where others run beside it. */
export const runStage = async (stage: string): Promise<Count> => {
  const reportFile = reportOf(stage)
  const vitest = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const reporting: Readonly<Record<string, readonly string[]>> = {
    package: vitest,
    unit: vitest,
    engines: vitest,
    e2e: ['--reporter=list,json,./e2e/faults/count-journeys.ts'],
    browsers: ['--reporter=dot,json'],
  }
  const started = performance.now()
  const said: Buffer[] = []
  const child = spawn('npm', ['run', '--silent', stage, '--', ...(reporting[stage] ?? [])], {
    stdio: beside.has(stage) ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile },
  })
  for (const output of [child.stdout, child.stderr])
    output?.on('data', (data: Buffer) => said.push(data))
  await once(child, 'close')
  say(stage)
  process.stdout.write(Buffer.concat(said))
  process.stdout.write(`${stage}: ${Math.round((performance.now() - started) / 1000)} s\n`)
  return countTests(reportFile, child.exitCode)
}

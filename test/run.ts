import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasEngine, startInstalling, whyNot } from '../e2e/engines/install-engine.js'
import { findPostgres } from '../e2e/engines/medusa/find-postgres.js'
import { installBrowser } from '../e2e/support/install-browser.js'
import { audit } from './audit/audit.js'
import type { Count } from './count-tests.js'
import { countTests } from './count-tests.js'
import { findRuntime } from './package/runtimes/find-runtime.js'
import { runtimes } from './package/runtimes/runtimes.js'
import { forgetFindings } from './platforms/conformance/kept-findings.js'
import { findPhp } from './support/woocommerce-plugin/find-php.js'

const isWhole = !!process.env['CI']
const directory = mkdtempSync(join(tmpdir(), 'discount-keeper-'))
// the matrix is of this run
forgetFindings()

// Beside the stages that need no shop. Medusa takes minutes, so it is for whole runs and for those who have it.
const vendure = startInstalling('vendure')
const medusa = isWhole ? startInstalling('medusa') : Promise.resolve(hasEngine('medusa'))

const say = (sentence: string): void => {
  process.stdout.write(`\n${sentence}\n`)
}

const beside = new Set(['lint', 'types', 'build', 'package', 'engines'])

/** Runs one stage; what it says is printed at its end where others run beside it. */
const runStage = async (stage: string): Promise<Count> => {
  const reportFile = join(directory, `${stage}.json`)
  const vitest = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const reporting: Readonly<Record<string, readonly string[]>> = {
    package: vitest,
    unit: vitest,
    engines: vitest,
    e2e: ['--reporter=list,json,./e2e/faults/count-journeys.ts'],
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

/** What this machine cannot run fails where a whole run is promised, and is said elsewhere. */
const missing = (sentence: string): Count => {
  say(sentence)
  return { passed: 0, failed: isWhole ? 1 : 0 }
}

const runPackage = (): Promise<Count> => {
  const names = runtimes.map(({ name }) => name).filter((name) => !findRuntime(name))
  if (names.length)
    say(`package: discount-keeper/server is not run in ${names.join(', ')}: not here`)
  return runStage('package')
}

const runUnit = (): Promise<Count> => {
  if (!findPostgres()) say('unit: no PostgreSQL is here, so what shares a database is not run')
  if (!findPhp()) say('unit: no PHP is here, so the plugin for WooCommerce is not run')
  return runStage('unit')
}

const runEngines = async (): Promise<Count> => {
  if (!(await medusa))
    say(`engines: ${whyNot('medusa') ?? 'medusa waits for npm ci --prefix e2e/engines/medusa'}`)
  return (await vendure)
    ? runStage('engines')
    : missing('engines: vendure could not be installed, so nothing was tried on a live shop')
}

const runE2e = async (): Promise<Count> => {
  const browser = installBrowser()
  if (!browser)
    return missing('e2e: no Chromium found and none could be installed; set CHROMIUM_PATH')
  process.env['CHROMIUM_PATH'] = browser
  return runStage('e2e')
}

/** A registry may answer no audits, a whole run or not: then that is said, and nothing is counted. */
const runAudit = async (): Promise<Count> => {
  const { isClean, sentence } = await audit()
  say(`audit: ${sentence}`)
  return { passed: isClean === true ? 1 : 0, failed: isClean === false ? 1 : 0 }
}

const special: Readonly<Record<string, () => Promise<Count>>> = {
  audit: runAudit,
  package: runPackage,
  unit: runUnit,
  engines: runEngines,
  e2e: runE2e,
}
// side by side where none is in the way of another; those of one line end before the next begin
const rounds = [
  ['lint', 'types', 'build', 'audit'],
  ['package', 'engines'],
  ['unit'],
  ['matrix'],
  ['e2e'],
]
// these try what was built; all others run whatever failed before them, so that one run tells all
const needBuild = new Set(['package', 'e2e'])

let passed = 0
let failed = 0
let isBuilt = false
const run = async (stage: string): Promise<void> => {
  if (needBuild.has(stage) && !isBuilt) return say(`${stage}: left out, there is no build`)
  const count = await (special[stage]?.() ?? runStage(stage))
  passed += count.passed
  failed += count.failed
  if (stage === 'build') isBuilt = !count.failed
}
for (const round of rounds) await Promise.all(round.map(run))

rmSync(directory, { recursive: true })
say(`${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0

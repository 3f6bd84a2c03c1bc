import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasBrowser } from '../e2e/browsers/support/browsers.js'
import { hasEngine, startInstalling, whyNot } from '../e2e/engines/install-engine.js'
import {
  missingBrowsers,
  startInstallingBrowsers,
} from '../e2e/browsers/support/install-browsers.js'
import { findPostgres } from '../e2e/engines/medusa/find-postgres.js'
import { installBrowser } from '../e2e/support/install-browser.js'
import type { Count } from './count-tests.js'
import { countProjects } from './count-projects.js'
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

// Firefox and WebKit as well are for whole runs and for those who have them.
const browsers = isWhole ? startInstallingBrowsers() : Promise.resolve()

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
    e2e: ['--reporter=list,json'],
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
  // one installation at a time
  await browsers
  const browser = installBrowser()
  if (!browser)
    return missing('e2e: no Chromium found and none could be installed; set CHROMIUM_PATH')
  process.env['CHROMIUM_PATH'] = browser
  return runStage('e2e')
}

const runBrowsers = async (): Promise<Count> => {
  if (!hasBrowser.chromium()) return missing('browsers: no Chromium found, so nothing was compared')
  const absent = missingBrowsers().map((name) =>
    missing(
      `browsers: ${name} is not here, so nothing was tried in it (see Browsers in README.md)`,
    ),
  )
  const { passed, failed } = await runStage('browsers')
  for (const line of countProjects(join(directory, 'browsers.json'))) say(`browsers: ${line}`)
  return { passed, failed: absent.reduce((all, count) => all + count.failed, failed) }
}

const special: Readonly<Record<string, () => Promise<Count>>> = {
  package: runPackage,
  unit: runUnit,
  engines: runEngines,
  e2e: runE2e,
  browsers: runBrowsers,
}
// side by side where none is in the way of another; those of one line end before the next begin
const rounds = [
  ['lint', 'types', 'build'],
  ['package', 'engines'],
  ['unit'],
  ['matrix'],
  ['e2e'],
  ['browsers'],
]
// these try what was built; all others run whatever failed before them, so that one run tells all
const needBuild = new Set(['package', 'e2e', 'browsers'])

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

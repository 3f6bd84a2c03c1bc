import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasEngine, installEngine } from '../e2e/engines/install-engine.js'
import { findPostgres } from '../e2e/engines/medusa/find-postgres.js'
import { installBrowser } from '../e2e/support/install-browser.js'
import type { Count } from './count-tests.js'
import { countTests } from './count-tests.js'

const directory = mkdtempSync(join(tmpdir(), 'discount-keeper-'))

const runStage = (stage: string): Count => {
  const reportFile = join(directory, `${stage}.json`)
  const vitest = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const reporting: Record<string, readonly string[]> = {
    package: vitest,
    unit: vitest,
    engines: vitest,
    e2e: ['--reporter=list,json'],
  }
  process.stdout.write(`\n${stage}\n`)
  const { status } = spawnSync(
    'npm',
    ['run', '--silent', stage, '--', ...(reporting[stage] ?? [])],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile },
    },
  )
  return countTests(reportFile, status)
}

/** What this machine cannot run fails where a whole run is promised, and is said elsewhere. */
const missing = (sentence: string): Count => {
  process.stdout.write(`\n${sentence}\n`)
  return { passed: 0, failed: process.env['CI'] ? 1 : 0 }
}

const runUnit = (): Count => {
  const { passed, failed } = runStage('unit')
  if (findPostgres()) return { passed, failed }
  const left = missing('unit: no PostgreSQL found, so no two workers were seen to share a limit')
  return { passed, failed: failed + left.failed }
}

/** Vendure always; Medusa takes minutes to install, so it is for continuous integration and for those who have it. */
const runEngines = (): Count => {
  if (!installEngine('vendure'))
    return missing('engines: Vendure could not be installed, so nothing was tried on a live shop')
  if (!(process.env['CI'] ? installEngine('medusa') : hasEngine('medusa')))
    process.stdout.write(
      '\nengines: Medusa is left out; it needs PostgreSQL and npm ci --prefix e2e/engines/medusa\n',
    )
  return runStage('engines')
}

const runE2e = (): Count => {
  const browser = installBrowser()
  if (!browser)
    return missing('e2e: no Chromium found and none could be installed; set CHROMIUM_PATH')
  process.env['CHROMIUM_PATH'] = browser
  return runStage('e2e')
}

let passed = 0
let failed = 0
const stages: Readonly<Record<string, () => Count>> = {
  unit: runUnit,
  engines: runEngines,
  e2e: runE2e,
}
for (const stage of ['lint', 'types', 'build', 'package', 'unit', 'engines', 'e2e']) {
  const count = stages[stage]?.() ?? runStage(stage)
  passed += count.passed
  failed += count.failed
  if (failed) break
}

rmSync(directory, { recursive: true })
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed ? 1 : 0

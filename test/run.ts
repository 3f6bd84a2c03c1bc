import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installBrowser } from '../e2e/support/install-browser.js'
import type { Count } from './count-tests.js'
import { countTests } from './count-tests.js'

const directory = mkdtempSync(join(tmpdir(), 'discount-keeper-'))

const runStage = (stage: string): Count => {
  const reportFile = join(directory, `${stage}.json`)
  const reporting: Record<string, readonly string[]> = {
    package: ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
    unit: ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
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

const runE2e = (): Count => {
  const browser = installBrowser()
  if (browser) {
    process.env['CHROMIUM_PATH'] = browser
    return runStage('e2e')
  }
  process.stdout.write('\ne2e: no Chromium found and none could be installed; set CHROMIUM_PATH\n')
  return { passed: 0, failed: process.env['CI'] ? 1 : 0 }
}

let passed = 0
let failed = 0
for (const stage of ['lint', 'types', 'build', 'package', 'unit', 'e2e']) {
  const count = stage === 'e2e' ? runE2e() : runStage(stage)
  passed += count.passed
  failed += count.failed
  if (failed) break
}

rmSync(directory, { recursive: true })
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed ? 1 : 0

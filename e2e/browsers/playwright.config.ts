import { defineConfig } from '@playwright/test'
import { BACK_TESTS } from '../support/back.js'
import { findShell } from '../support/find-browser.js'
import { CHROMIUM_ONLY } from './differences.js'
import { ENGINES, hasBrowser } from './support/browsers.js'
import { PATIENCE } from './support/tab.js'

const isLean = !!findShell()

/** The same specs in every engine of this machine; what is missing is said by the runner of all tests. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../.results/browsers',
  fullyParallel: true,
  workers: 3,
  // a whole run is long, and its machine busy: who needs it is named, and few may
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: true,
  // a machine that is busy with three engines
  expect: { timeout: PATIENCE + 5000 },
  timeout: 4 * PATIENCE,
  reporter: 'list',
  projects: [
    ...ENGINES.filter((engine) => hasBrowser[engine]()).map((name) => ({
      name,
      ...(name !== 'chromium' && { grepInvert: [...CHROMIUM_ONLY] }),
      ...(name === 'chromium' && isLean && { grepInvert: BACK_TESTS }),
    })),
    ...(isLean ? [{ name: 'chromium-whole', grep: BACK_TESTS }] : []),
  ],
})

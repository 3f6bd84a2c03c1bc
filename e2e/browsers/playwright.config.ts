import { defineConfig } from '@playwright/test'
import { findShell } from '../support/find-browser.js'
import { CHROMIUM_ONLY } from './differences.js'
import { ENGINES, hasBrowser } from './support/browsers.js'
import { PATIENCE } from './support/tab.js'

// what goes back to a page as it was left needs the build of Chromium that keeps one
const BACK = /@back/
const isLean = !!findShell()

/** The same specs in every engine of this machine; what is missing is said by the runner of all tests. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../.results/browsers',
  fullyParallel: true,
  workers: 3,
  retries: 0,
  forbidOnly: true,
  // a machine that is busy with three engines
  expect: { timeout: PATIENCE + 5000 },
  timeout: 4 * PATIENCE,
  reporter: 'list',
  projects: [
    ...ENGINES.filter((engine) => hasBrowser[engine]()).map((name) => ({
      name,
      ...(name !== 'chromium' && { grepInvert: [...CHROMIUM_ONLY] }),
      ...(name === 'chromium' && isLean && { grepInvert: BACK }),
    })),
    ...(isLean ? [{ name: 'chromium-whole', grep: BACK }] : []),
  ],
})

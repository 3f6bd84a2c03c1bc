import { defineConfig } from '@playwright/test'
import type { Engine } from './engines/install-engine.js'
import { engines, hasEngine } from './engines/install-engine.js'
import { findBrowser, findShell } from './support/find-browser.js'

const whole = findBrowser()
const lean = findShell()

/** What runs on each engine. */
const specsOf: Readonly<Record<Engine, readonly string[]>> = {
  vendure: ['vendure', 'headless', 'headless-start'],
  medusa: ['medusa'],
}

// what goes back to a page as it was left needs the browser that keeps one
const BACK = /@back/

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const leanOptions = { ...(lean && { executablePath: lean }), args }
const wholeOptions = {
  ...(whole && { executablePath: whole }),
  args,
  // coming back from checkout is a journey of its own
  ignoreDefaultArgs: ['--disable-back-forward-cache'],
}

// Of Playwright, 1.64 is the last that drives the Firefox of long-term systems, ESR 153.
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  testIgnore: [
    'browsers/**',
    // an engine that is not installed is said by the runner of all tests
    ...engines
      .filter((engine) => !hasEngine(engine))
      .flatMap((engine) => specsOf[engine].map((spec) => `engines/${spec}.spec.ts`)),
  ],
  outputDir: '../.results',
  fullyParallel: true,
  // more than cores: a page waits for its shop, and a test for its page, much of the time
  workers: 4,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['./faults/count-journeys.ts']],
  projects: lean
    ? [
        { name: 'chromium', use: { launchOptions: leanOptions }, grepInvert: BACK },
        { name: 'chromium-whole', use: { launchOptions: wholeOptions }, grep: BACK },
      ]
    : [{ name: 'chromium', use: { launchOptions: wholeOptions } }],
})

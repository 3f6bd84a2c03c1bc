import { defineConfig } from '@playwright/test'
import type { Engine } from './engines/install-engine.js'
import { engines, hasEngine } from './engines/install-engine.js'
import { BACK_TESTS } from './support/back.js'
import { CHROMIUM_ARGS } from './support/chromium-args.js'
import { findBrowser, findShell } from './support/find-browser.js'

const whole = findBrowser()
const lean = findShell()

/** What runs on each engine. */
const specsOf: Readonly<Record<Engine, readonly string[]>> = {
  vendure: ['vendure', 'headless', 'headless-start'],
  medusa: ['medusa'],
}

const args = [...CHROMIUM_ARGS]
const leanOptions = { ...(lean && { executablePath: lean }), args }
const wholeOptions = {
  ...(whole && { executablePath: whole }),
  args,
  // coming back from checkout is a journey of its own
  ignoreDefaultArgs: ['--disable-back-forward-cache'],
}

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
  // a whole run is long, and its machine busy: who needs it is named, and few may
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: true,
  reporter: [['list'], ['./faults/count-journeys.ts']],
  projects: lean
    ? [
        {
          // first, since one worker is longest at it: what starts of the whole build takes as long as a test
          name: 'chromium-whole',
          use: { launchOptions: wholeOptions },
          grep: BACK_TESTS,
          workers: 1,
        },
        { name: 'chromium', use: { launchOptions: leanOptions }, grepInvert: BACK_TESTS },
      ]
    : [{ name: 'chromium', use: { launchOptions: wholeOptions } }],
})

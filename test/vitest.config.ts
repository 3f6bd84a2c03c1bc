import { defineConfig } from 'vitest/config'
import { engines, hasEngine } from '../e2e/engines/install-engine.js'
import { findPostgres } from '../e2e/engines/medusa/find-postgres.js'
import { needsDom } from './needs-dom.js'
import { findPhp } from './support/woocommerce-plugin/find-php.js'

const root = new URL('..', import.meta.url).pathname

const elsewhere = [
  'test/package/**',
  'test/engines/**',
  ...(findPostgres() ? [] : ['test/**/*postgres.test.ts']),
  ...(findPhp() ? [] : ['test/**/*php.test.ts']),
]

// What mixes what two realms made, or loads what only a thread can.
const needThread = [
  'test/script*.test.ts',
  'test/examples/shopify-app-blocks.test.ts',
  'test/platforms/medusa*.test.ts',
]
const needDom = needsDom(root)

const globalSetup = 'test/platforms/conformance/collect-findings.ts'

export default defineConfig({
  root,
  test: {
    restoreMocks: true,
    unstubGlobals: true,
    pool: 'threads',
    // every core: vitest leaves one alone, which on two is half of them
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          // these leave nothing behind in their realm, so files take turns in one: each module is loaded once
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...needDom, ...elsewhere],
          isolate: false,
          globalSetup,
        },
      },
      {
        extends: true,
        test: {
          // a realm a file takes half the time of a thread a file
          name: 'unit-dom',
          pool: 'vmThreads',
          include: [...needDom],
          exclude: [...needThread, ...elsewhere],
          globalSetup,
        },
      },
      {
        extends: true,
        test: { name: 'unit-thread', include: needThread, exclude: elsewhere, globalSetup },
      },
      {
        extends: true,
        test: {
          name: 'engines',
          include: engines.filter(hasEngine).map((engine) => `test/engines/${engine}*.test.ts`),
          globalSetup: [globalSetup, 'test/engines/start-engines.ts'],
          // one shop for all: codes of it end and come back
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          globalSetup: 'test/package/pack.ts',
          testTimeout: 120_000,
        },
      },
    ],
  },
})

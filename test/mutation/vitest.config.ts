import { defineConfig } from 'vitest/config'

/** What may kill a mutant: the tests of these folders, and of whole keepers, which lead the cart through their journeys. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    restoreMocks: true,
    unstubGlobals: true,
    include: ['test/{cart,checkout,grant,journey,keeper,landing,layers,safe-code}/**/*.test.ts'],
    // it compiles the project, which says nothing of a mutant
    exclude: ['test/layers/add-a-layer.test.ts'],
    pool: 'threads',
    maxWorkers: 1,
    runner: 'test/mutation/mutant-runner.ts',
    setupFiles: ['test/mutation/fail-fast.ts'],
    // as many lives and shops as tell in seconds
    env: { JOURNEY_RUNS: '30', SHOP_RUNS: '60' },
  },
})

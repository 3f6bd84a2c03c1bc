// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { openBrowserForEachTest } from '../keeper/open-page.js'
import { brokenPromises } from './broken-promises.js'
import { HARD_LIVES } from './hard-lives.js'
import type { LiveOptions } from './live.js'
import { openLife } from './live.js'
import { lives } from './steps.js'
import { walk } from './walk.js'

openBrowserForEachTest()

const SHOPS: readonly LiveOptions[] = [
  { emptied: 'keeps', hasVisit: true },
  { emptied: 'keeps', hasVisit: false },
  { emptied: 'drops', hasVisit: true },
]

/** The same lives each time, unless more or others are asked for: `JOURNEY_SEED=$RANDOM JOURNEY_RUNS=2000`. */
const RUNS = Number(process.env['JOURNEY_RUNS'] ?? 300)
const SEED = Number(process.env['JOURNEY_SEED'] ?? 30)

describe('any journey', () => {
  it.each(SHOPS)(
    'loses a live grant only by order, time, the shopper or the loss of every layer, in %j',
    { timeout: 120_000 },
    async (options) => {
      let steps = 0
      await fc.assert(
        fc.asyncProperty(lives(25), async (life) => {
          const lived = openLife(options)
          try {
            steps += await walk(lived, life)
            expect(await brokenPromises(lived)).toEqual([])
          } finally {
            await lived.close()
          }
        }),
        {
          seed: SEED,
          numRuns: RUNS + HARD_LIVES.length,
          examples: HARD_LIVES.map((life) => [life]),
        },
      )
      process.stdout.write(`journeys: ${RUNS} runs, ${steps} steps, seed ${SEED}\n`)
      // a model that refuses every step proves nothing
      expect(steps).toBeGreaterThan(RUNS * 5)
    },
  )
})

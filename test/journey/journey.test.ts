// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { openBrowserForEachTest } from '../keeper/open-page.js'
import { leadLives } from './lead-lives.js'
import type { LiveOptions } from './live.js'
import { openLife } from './live.js'

openBrowserForEachTest()

const SHOPS: readonly LiveOptions[] = [
  { emptied: 'keeps', hasVisit: true, saysCodes: true },
  { emptied: 'keeps', hasVisit: false, saysCodes: true },
  { emptied: 'drops', hasVisit: true, saysCodes: 'some' },
]

describe('any journey', () => {
  it.each(SHOPS)(
    'loses a live grant only by order, time, the shopper or the loss of every layer, in %j',
    { timeout: 120_000 },
    async (options) => {
      const { failure, least, said, steps } = await leadLives({
        open: () => openLife(options),
        name: `memory, ${JSON.stringify(options)}`,
        runs: 200,
        command: 'npm run unit -- test/journey',
      })
      process.stdout.write(`${said}\n`)
      expect(failure).toBeUndefined()
      expect(steps).toBeGreaterThan(least)
    },
  )
})

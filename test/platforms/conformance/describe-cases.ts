import { beforeEach, describe, expect, it } from 'vitest'

import { clearCookies } from '../../keeper/open-page.js'
import { everyCase } from './every-case.js'
import type { Finding } from './finding.js'
import type { Cases } from './open-shopper.js'
import { openShopper } from './open-shopper.js'
import type { ConformanceOptions } from './shop-under-test.js'

declare module 'vitest' {
  interface TaskMeta {
    findings?: readonly Finding[]
  }
}

/** A test a case, each with a new shopper; what came of it is left with the runner, for the matrix. */
export const describeCases = (name: string, cases: Cases, options: ConformanceOptions): void => {
  const { without = {} } = options
  const titles = Object.keys(everyCase)
  const about = (title: string) => ({ platform: name, title, at: titles.indexOf(title) })

  describe(`${name} conforms to a platform`, () => {
    beforeEach(() => {
      localStorage.clear()
      clearCookies()
    })

    it('in every case, or says why not', ({ task }) => {
      task.meta.findings = Object.entries(without).map(([title, words]) => ({
        ...about(title),
        outcome: 'left out',
        words,
      }))
      expect([...Object.keys(cases), ...Object.keys(without)].sort()).toEqual([...titles].sort())
    })

    // oxlint-disable-next-line vitest/expect-expect -- each case expects
    it.for(Object.entries(cases))(
      '%s',
      { timeout: options.timeout ?? 30_000 },
      async ([title, run], { task }) => {
        task.meta.findings = [{ ...about(title), outcome: 'failed', words: '' }]
        const shop = await options.open()
        const shopper = openShopper(shop, options)
        try {
          const words = await run(shopper)
          task.meta.findings = [{ ...about(title), outcome: 'passed', words }]
        } finally {
          shop.fault?.()
          await shopper.leave()
          await shop.close()
        }
      },
    )
  })
}

import { afterAll, beforeEach, describe, it } from 'vitest'

import { clearCookies } from '../../keeper/open-page.js'
import type { Cases } from './open-shopper.js'
import { openShopper } from './open-shopper.js'
import type { ConformanceOptions } from './shop-under-test.js'

/** A test a case, each with a new shopper; at the end a line a case tells what came of it. */
export const describeCases = (name: string, cases: Cases, options: ConformanceOptions): void => {
  const outcomes = new Map<string, string>()

  describe(`${name} conforms to a platform`, () => {
    beforeEach(() => {
      localStorage.clear()
      clearCookies()
    })
    afterAll(() => {
      for (const title of Object.keys(cases)) {
        const outcome = outcomes.get(title) ?? 'FAILED'
        process.stdout.write(`conformance | ${name} | ${title} | ${outcome}\n`)
      }
    })

    // oxlint-disable-next-line vitest/expect-expect -- each case expects
    it.each(Object.entries(cases))(
      '%s',
      async (title, run) => {
        const shop = await options.open()
        const shopper = openShopper(shop, options)
        try {
          outcomes.set(title, await run(shopper))
        } finally {
          shop.fault?.()
          await shopper.leave()
          await shop.close()
        }
      },
      options.timeout ?? 30_000,
    )
  })
}

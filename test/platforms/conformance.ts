import { expect, it } from 'vitest'

import { describeCases } from './conformance/describe-cases.js'
import { everyCase } from './conformance/every-case.js'
import type { ConformanceOptions } from './conformance/shop-under-test.js'

export type { ConformanceOptions, FaultKind, ShopUnderTest } from './conformance/shop-under-test.js'

/** What every platform with a cart promises; called once in a test file with a jsdom environment. */
export const conformsToPlatform = (name: string, options: ConformanceOptions): void => {
  const { capabilities, open, without = {} } = options

  it(`${name} says what its shop can`, async () => {
    const { close, platform } = await open()
    await close()
    expect(platform.capabilities).toEqual(capabilities)
  })

  const cases = Object.entries(everyCase).filter(([title]) => !(title in without))
  describeCases(name, Object.fromEntries(cases), options)
}

import { expect, it } from 'vitest'

import { cartCases } from './conformance/cart-cases.js'
import { codeCases } from './conformance/code-cases.js'
import { describeCases } from './conformance/describe-cases.js'
import type { ConformanceOptions } from './conformance/shop-under-test.js'
import { troubleCases } from './conformance/trouble-cases.js'

export type { ConformanceOptions, FaultKind, ShopUnderTest } from './conformance/shop-under-test.js'

/** What every platform with a cart promises; called once in a test file with a jsdom environment. */
export const conformsToPlatform = (name: string, options: ConformanceOptions): void => {
  const { capabilities, hasFaults = true, open } = options

  it(`${name} says what its shop can`, async () => {
    const { close, platform } = await open()
    await close()
    expect(platform.capabilities).toEqual(capabilities)
  })

  describeCases(name, { ...cartCases, ...codeCases, ...(hasFaults && troubleCases) }, options)
}

import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it } from 'vitest'
import { createDiscountKeeper } from '../../src/index.js'
import { vendure } from '../../src/platforms/vendure.js'
import { DiscountProvider, useDiscount } from '../../src/react/index.js'

const BROWSER = [
  'window',
  'document',
  'location',
  'navigator',
  'localStorage',
  'sessionStorage',
  'fetch',
  'addEventListener',
]
const own = new Map(
  BROWSER.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const),
)
afterEach(() => {
  for (const [name, descriptor] of own)
    if (descriptor) Object.defineProperty(globalThis, name, descriptor)
    else Reflect.deleteProperty(globalThis, name)
})

/** What was touched of a browser from now on. */
const watchGlobals = (): readonly string[] => {
  const touched: string[] = []
  for (const name of BROWSER)
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get: () => void touched.push(name),
    })
  return touched
}

const Price = () => {
  const { checkoutUrl, grants, link, price } = useDiscount()
  const said = [price(5000) ?? 'as it is', checkoutUrl('/checkout'), link('/p'), grants.length]
  return createElement('p', undefined, said.join(' '))
}

describe('on a server', () => {
  it('a keeper is made and a tree rendered without touching anything of a browser', () => {
    const touched = watchGlobals()
    const render = (): string => {
      const keeper = createDiscountKeeper({
        platform: vendure({ endpoint: '/shop-api', cartId: () => '' }),
      })
      return renderToString(createElement(DiscountProvider, { keeper }, createElement(Price)))
    }
    expect([render(), render()]).toEqual(Array(2).fill('<p>as it is /checkout /p 0</p>'))
    expect(touched).toEqual([])
  })
})

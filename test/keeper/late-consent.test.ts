// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, settle, visit } from './open-page.js'

openBrowserForEachTest()

/** A consent source that knows nothing on each page until it is told to answer yes. */
const openLateSource = () => {
  let answer: boolean | undefined
  let changed = (): void => undefined
  return {
    source: {
      attribution: () => answer,
      watch: (tell: () => void) => {
        changed = tell
      },
    },
    sayYes: async () => {
      answer = true
      changed()
      await settle()
    },
  }
}

describe('consent that answers late on every page', () => {
  it('costs a settled cart no request, neither before nor after the answer', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const view = async (url: string) => {
      const { sayYes, source } = openLateSource()
      const { leave } = await visit({ platform: shop.platform, consent: source }, url)
      const before = shop.requests.length
      await sayYes()
      leave()
      return { before, after: shop.requests.length }
    }
    const landing = await view('/?discount=SAVE10&ref=anna')
    for (const url of ['/', '/cart', '/products/x'])
      expect(await view(url)).toEqual({ before: landing.after, after: landing.after })
    expect(shop.current()?.attributes).toEqual({ 'cc-discount-code': 'SAVE10', 'cc-ref': 'anna' })
  })

  it('takes nothing off the cart while it is open', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const first = await visit({ platform: shop.platform }, '/?discount=SAVE10&ref=anna')
    first.leave()
    await visit({ platform: shop.platform, consent: openLateSource().source })
    shop.theme.addItem()
    await settle()
    expect(shop.current()?.attributes['cc-ref']).toBe('anna')
  })
})

describe('a consent source whose watch throws', () => {
  it('keeps nobody from looking after the cart, and is reported once', async () => {
    const shop = openShop()
    const source = {
      attribution: () => true,
      watch: () => {
        throw new Error('no banner')
      },
    }
    const { codes, errors, look, statuses } = await visit(
      { platform: shop.platform, consent: source },
      '/?discount=SAVE10',
    )
    shop.theme.addItem()
    await settle()
    expect(statuses()).toEqual(['SAVE10 applied'])
    shop.theme.takeOff('SAVE10')
    await settle()
    expect(codes()).toEqual([])
    look()
    await settle()
    expect(errors()).toEqual(['CALLBACK'])
  })
})

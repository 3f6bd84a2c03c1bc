// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import type { Platform } from '../../src/types.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, settle, visit } from './open-page.js'

openBrowserForEachTest()

/** Answers tell the cart as it was when they were asked for, and come when they are let through. */
const withSlowAnswers = (platform: Platform) => {
  let gate = Promise.resolve()
  const { read } = platform
  return {
    platform: {
      ...platform,
      read: read && (() => read().then((cart) => gate.then(() => cart))),
    },
    hold: () => {
      let letThrough = (): void => undefined
      gate = new Promise((resolve) => {
        letThrough = resolve
      })
      return letThrough
    },
  }
}

describe('what is heard while the cart is being read', () => {
  const open = async () => {
    const shop = openShop()
    shop.theme.addItem()
    const { hold, platform } = withSlowAnswers(shop.platform)
    const page = await visit({ platform }, '/?discount=SAVE10')
    expect(page.statuses()).toEqual(['SAVE10 applied'])
    const letThrough = hold()
    shop.theme.addItem()
    await settle()
    return { letThrough, page, shop }
  }

  it('is read on the next page view when the page is left', async () => {
    const { letThrough, page, shop } = await open()
    shop.theme.takeOff('SAVE10')
    page.leave()
    letThrough()
    await settle()
    const sent = shop.requests.length
    const next = await visit({ platform: shop.platform })
    expect(shop.requests.length).toBeGreaterThan(sent)
    expect(next.codes()).toEqual([])
    expect(shop.current()?.codes).toEqual([])
  })

  it('is read on this page when it stays open', async () => {
    const { letThrough, page, shop } = await open()
    shop.theme.takeOff('SAVE10')
    letThrough()
    await settle()
    await settle()
    expect(page.codes()).toEqual([])
    expect(shop.current()?.codes).toEqual([])
  })
})

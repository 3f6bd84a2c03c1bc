// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { DAY } from '../../src/names.js'
import { NOON } from '../support/entry.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, settle, sleep, visit } from './open-page.js'

openBrowserForEachTest()

const URL = '/?discount=SAVE10&ref=anna'

/** A consent banner of the page. */
const openBanner = (answer?: boolean) => {
  let given = answer
  const watchers = new Set<() => void>()
  return {
    source: {
      attribution: () => given,
      watch: (changed: () => void, signal: AbortSignal) => {
        watchers.add(changed)
        signal.addEventListener('abort', () => watchers.delete(changed))
      },
    },
    say: async (value: boolean) => {
      given = value
      for (const changed of watchers) changed()
      await settle()
    },
    watchers,
  }
}

const everything = () => JSON.stringify(localStorage) + document.cookie

describe('consent', () => {
  it('keeps the ref by default', async () => {
    await visit({}, URL)
    expect(everything()).toContain('anna')
  })

  it.each([
    ['required and nobody asks', { consent: 'required' as const }, {}],
    ['refused', { consent: openBanner(false).source }, {}],
    ['not answered', { consent: openBanner().source }, {}],
    ['overruled by Global Privacy Control', {}, { globalPrivacyControl: true }],
  ])(
    'keeps no ref anywhere while consent is %s, and the discount all the same',
    async (_, options, navigator) => {
      const shop = openShop()
      shop.theme.addItem()
      const { codes } = await visit(
        { platform: shop.platform, ...options },
        { url: URL, navigator },
      )
      expect(everything()).not.toContain('anna')
      expect(shop.current()?.attributes).toEqual({ 'cc-discount-code': 'SAVE10' })
      expect(codes()).toEqual(['SAVE10'])
      expect((await visit({ ...options }, { navigator })).keeper.ref).toBeUndefined()
    },
  )

  it('knows the ref on the page while the answer is open', async () => {
    const { keeper } = await visit({ consent: openBanner().source }, URL)
    expect(keeper.ref?.ref).toBe('anna')
    expect(keeper.link('/p')).toContain('ref=anna')
  })

  it('writes the ref when consent comes later, with its original time', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const banner = openBanner()
    const { keeper } = await visit({ platform: shop.platform, consent: banner.source }, URL)
    sleep(3 * DAY)
    await banner.say(true)
    expect(everything()).toContain('anna')
    expect(shop.current()?.attributes['cc-ref']).toBe('anna')
    expect(keeper.ref).toMatchObject({ grantedAt: NOON, expiresAt: NOON + 30 * DAY })
  })

  it('purges the ref everywhere when consent is withdrawn, and keeps the discount', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const banner = openBanner(true)
    const { keeper } = await visit({ platform: shop.platform, consent: banner.source }, URL)
    expect(shop.current()?.attributes['cc-ref']).toBe('anna')
    await banner.say(false)
    expect(everything()).not.toContain('anna')
    expect(shop.current()?.attributes).toEqual({ 'cc-discount-code': 'SAVE10' })
    expect(shop.current()?.codes).toEqual(['SAVE10'])
    expect(keeper.ref).toBeUndefined()
    expect(keeper.link('/p')).not.toContain('anna')
  })

  it('purges the ref also where there is no discount', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const banner = openBanner(true)
    await visit({ platform: shop.platform, consent: banner.source }, '/?ref=anna')
    expect(shop.current()?.attributes['cc-ref']).toBe('anna')
    await banner.say(false)
    expect(everything()).not.toContain('anna')
    expect(shop.current()?.attributes).toEqual({})
  })

  it('purges the ref when the withdrawal shows on the next page only', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const first = await visit(
      { platform: shop.platform, consent: openBanner(true).source },
      '/?ref=anna',
    )
    first.leave()
    await visit({ platform: shop.platform, consent: openBanner(false).source })
    expect(everything()).not.toContain('anna')
    expect(shop.current()?.attributes).toEqual({})
  })

  it('asks the page through the platform, where the merchant names no source', async () => {
    const shop = openShop()
    const banner = openBanner(false)
    const platform = { ...shop.platform, consent: () => banner.source }
    await visit({ platform }, URL)
    expect(everything()).not.toContain('anna')
  })

  it('stops listening to the source when the keeper stops', async () => {
    const banner = openBanner(true)
    const { keeper } = await visit({ consent: banner.source }, URL)
    expect(banner.watchers.size).toBe(1)
    keeper.stop()
    expect(banner.watchers.size).toBe(0)
  })
})

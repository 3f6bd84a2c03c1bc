import { describe, expect, it, vi } from 'vitest'

import type { CartSignal } from '../../src/types.js'
import { openBrowser } from '../support/open-browser.js'
import { ENDPOINT, openVendureShop } from '../support/vendure-shop.js'

const SHOP = new URL(ENDPOINT).origin

describe('vendure() watches', () => {
  it('by the word of the app, which may say what changed', async () => {
    const end = vi.fn()
    let tell = (_signal?: CartSignal): void => undefined
    const { platform } = await openVendureShop({
      watch: (changed) => {
        tell = changed
        return end
      },
    })
    const changed = vi.fn()
    const stopped = new AbortController()
    platform.watch?.(changed, stopped.signal)
    tell()
    tell('items')
    expect(changed.mock.calls).toEqual([['codes'], ['items']])
    expect(end).not.toHaveBeenCalled()
    stopped.abort()
    expect(end).toHaveBeenCalledOnce()
  })

  it.each([ENDPOINT, '/shop-api'])(
    'without it, the requests of the page to %s, not ours',
    async (endpoint) => {
      const answer = () => Promise.resolve(new Response('{"data":{"activeOrder":null}}'))
      vi.spyOn(globalThis, 'fetch').mockImplementation(answer)
      const { request, view } = openBrowser(SHOP)
      const { platform } = await openVendureShop({
        endpoint,
        fetch: request,
        view: () => view as unknown as Window & typeof globalThis,
      })
      const changed = vi.fn()
      const stopped = new AbortController()
      platform.watch?.(changed, stopped.signal)
      await platform.read?.()
      await request('/elsewhere')
      expect(changed).not.toHaveBeenCalled()
      await request(ENDPOINT)
      await request(`${ENDPOINT}?languageCode=de`)
      expect(changed.mock.calls).toEqual([['codes'], ['codes']])
      stopped.abort()
      await request(ENDPOINT)
      expect(changed).toHaveBeenCalledTimes(2)
    },
  )

  it('those of a shop, too, whose own address has our name in it', async () => {
    const endpoint = 'https://discount-keeper.example/shop-api'
    const answer = () => Promise.resolve(new Response('{"data":{"activeOrder":null}}'))
    vi.spyOn(globalThis, 'fetch').mockImplementation(answer)
    const { request, view } = openBrowser(SHOP)
    const { platform } = await openVendureShop({
      endpoint,
      fetch: request,
      view: () => view as unknown as Window & typeof globalThis,
    })
    const changed = vi.fn()
    platform.watch?.(changed, new AbortController().signal)
    await platform.read?.()
    expect(changed).not.toHaveBeenCalled()
    await request(endpoint)
    expect(changed.mock.calls).toEqual([['codes']])
  })
})

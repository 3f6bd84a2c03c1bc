// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import { openBrowserForEachTest, settle, sleep, visit as open } from '../keeper/open-page.js'
import { NOON } from '../support/entry.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { ENDPOINT, HOUR, openEndpoint } from './open-endpoint.js'

openBrowserForEachTest()

const TEN_MINUTES = 600_000

/** A page view that has come to rest, with the part that makes codes. */
const visit: typeof open = async (...asked) => {
  const page = await open(...asked)
  await vi.dynamicImportSettled()
  await settle()
  return page
}

/** A shopper with a mug, whose promise the endpoint has refused. */
const openRefused = async () => {
  const endpoint = openEndpoint()
  endpoint.status = 403
  const shop = openShop({ coupons: { 'MADE-1234567890': {} } })
  shop.theme.addItem()
  const { platform } = shop
  const options = { platform, safeCodes: { endpoint: ENDPOINT, when: 'cart' as const } }
  const page = await visit(options, '/?discount=ANNA20&ref=anna')
  const accept = (): void => {
    endpoint.status = 200
    endpoint.answer = { code: 'MADE-1234567890', endsAt: NOON + 24 * HOUR }
  }
  return { accept, endpoint, options, page }
}

describe('a promise that the server refused', () => {
  it('is rejected, and not asked for again within ten minutes', async () => {
    const { accept, endpoint, options, page } = await openRefused()
    expect(page.told()).toContain('rejected ')
    expect(page.keeper.grants).toEqual([])
    page.leave()
    accept()
    sleep(TEN_MINUTES - 60_000)
    expect((await visit(options)).keeper.grants).toEqual([])
    expect(endpoint.asked).toHaveLength(1)
  })

  it('is asked for again after that, since an offer may have begun, and then has its code', async () => {
    const { accept, endpoint, options, page } = await openRefused()
    page.leave()
    accept()
    sleep(TEN_MINUTES)
    expect((await visit(options)).codes()).toEqual(['MADE-1234567890'])
    expect(endpoint.asked).toHaveLength(2)
    expect(endpoint.asked[1]).toEqual(endpoint.asked[0])
  })

  it('is refused anew where the server has not changed its mind', async () => {
    const { endpoint, options, page } = await openRefused()
    page.leave()
    sleep(TEN_MINUTES)
    const next = await visit(options)
    expect(next.told()).toContain('rejected ')
    expect(next.keeper.grants).toEqual([])
    expect(endpoint.asked).toHaveLength(2)
  })

  it('is asked for at once where its link is followed again', async () => {
    const { accept, endpoint, options, page } = await openRefused()
    page.leave()
    accept()
    const next = await visit(options, '/?discount=ANNA20&ref=anna')
    expect(next.codes()).toEqual(['MADE-1234567890'])
    expect(endpoint.asked).toHaveLength(2)
  })

  it('does not come back once another link has taken its place', async () => {
    const { accept, options, page } = await openRefused()
    page.leave()
    accept()
    sleep(1000)
    const other = await visit(options, '/?discount=BEA20&ref=bea')
    other.leave()
    sleep(TEN_MINUTES)
    const { keeper } = await visit(options)
    expect(keeper.grants.map(({ promise }) => promise?.discount)).toEqual(['BEA20'])
  })
})

// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DAY } from '../../src/names.js'
import { openBanner } from '../support/open-banner.js'
import { clearCookies, openBrowserForEachTest, settle, sleep, visit as open } from './open-page.js'

openBrowserForEachTest()
afterEach(() => vi.unstubAllGlobals())

const OPTIONS = { refresher: { endpoint: '/refresh' } }
const LANDING = '/?discount=SAVE10&ref=anna'

/** A page view that has come to rest, with the part that asks the server. */
const visit: typeof open = async (...asked) => {
  const page = await open(...asked)
  await rested()
  return page
}

const rested = async (): Promise<void> => {
  await vi.dynamicImportSettled()
  await settle()
}

/** A server that keeps the cookies, or fails to. */
const openRefresher = (status = 204) => {
  const server = { asked: [] as { readonly record?: string; readonly ref?: string }[], status }
  vi.stubGlobal('fetch', (_: string, { body }: { readonly body: string }) => {
    server.asked.push(JSON.parse(body) as (typeof server.asked)[number])
    return Promise.resolve(new Response(null, { status: server.status }))
  })
  return server
}

type Page = Awaited<ReturnType<typeof visit>>

const durabilityOf = ({ keeper }: Page) =>
  keeper.inspect().layers.find(({ key, name }) => name === 'cookie' && key === 'cc_discount_code')
    ?.durability

const cookieOf = (key: string): string =>
  new RegExp(`(?:^|; )${key}=([^;]*)`).exec(document.cookie)?.[1] ?? ''

describe('a server that keeps the cookies', () => {
  it('is asked once a day, with both records as the cookies have them', async () => {
    const { asked } = openRefresher()
    const first = await visit(OPTIONS, LANDING)
    expect(asked).toEqual([
      { record: expect.stringContaining('SAVE10'), ref: expect.stringContaining('anna') },
    ])
    expect(asked).toEqual([{ record: cookieOf('cc_discount_code'), ref: cookieOf('cc_ref') }])
    expect(durabilityOf(first)).toBe('server')
    first.leave()
    sleep(DAY - 60_000)
    const second = await visit(OPTIONS)
    expect(asked).toHaveLength(1)
    second.leave()
    sleep(60_000)
    await visit(OPTIONS)
    expect(asked).toHaveLength(2)
  })

  it('is asked for a ref alone', async () => {
    const { asked } = openRefresher()
    await visit(OPTIONS, '/?ref=anna')
    expect(asked).toEqual([{ record: '', ref: expect.stringContaining('anna') }])
  })

  it.each(['OTHER5', undefined])(
    'keeps nothing longer once the page has set one of them again',
    async (code) => {
      openRefresher()
      const page = await visit(OPTIONS, LANDING)
      expect(durabilityOf(page)).toBe('server')
      if (code) await page.keeper.apply(code)
      else document.cookie = 'cc_ref=other'
      expect(durabilityOf(page)).toBe('browser')
    },
  )

  it('is not asked where there is nothing to keep, or no option', async () => {
    const { asked } = openRefresher()
    const empty = await visit(OPTIONS)
    empty.leave()
    expect(durabilityOf(await visit({}, LANDING))).toBe('browser')
    expect(asked).toEqual([])
  })

  it('that fails is an error, keeps nothing longer, and is asked no sooner', async () => {
    const { asked } = openRefresher(500)
    const first = await visit(OPTIONS, LANDING)
    expect(first.errors()).toEqual(['OFFLINE'])
    expect(durabilityOf(first)).toBe('browser')
    first.leave()
    await visit(OPTIONS)
    expect(asked).toHaveLength(1)
  })
})

describe('what is over', () => {
  it('is taken away at once when consent to the discount is withdrawn, and leaves nothing here', async () => {
    const { asked } = openRefresher()
    const banner = openBanner({ attribution: true, discount: true })
    await visit({ ...OPTIONS, consent: banner.source }, LANDING)
    banner.say({ attribution: true, discount: false })
    await rested()
    expect(asked).toHaveLength(2)
    expect(asked[1]).toEqual({ record: '', ref: cookieOf('cc_ref') })
    banner.say({ attribution: false, discount: false })
    await rested()
    expect(asked[2]).toEqual({ record: '', ref: '' })
    expect(asked).toHaveLength(3)
    expect(Object.keys(localStorage)).toEqual([])
  })

  it('of the ref alone is taken away at once as well', async () => {
    const { asked } = openRefresher()
    const banner = openBanner({ attribution: true, discount: true })
    await visit({ ...OPTIONS, consent: banner.source }, LANDING)
    banner.say({ attribution: false, discount: true })
    await rested()
    expect(asked.slice(1)).toEqual([{ record: cookieOf('cc_discount_code'), ref: '' }])
  })

  it('is taken away once no code is in force any more', async () => {
    const { asked } = openRefresher()
    const { keeper } = await visit(OPTIONS, '/?discount=SAVE10')
    await keeper.consume({ orderId: '1' })
    await rested()
    await keeper.consume({ orderId: '1' })
    await rested()
    expect(asked.slice(1)).toEqual([{ record: '', ref: '' }])
  })

  it('is asked for again on the next page where the server failed, once a page', async () => {
    const server = openRefresher()
    const banner = openBanner({ attribution: true, discount: true })
    const first = await visit({ ...OPTIONS, consent: banner.source }, LANDING)
    server.status = 500
    banner.say({ attribution: true, discount: false })
    await rested()
    banner.say({ attribution: true, discount: false })
    await rested()
    expect(server.asked).toHaveLength(2)
    expect(JSON.stringify(Object.entries(localStorage))).not.toContain('SAVE10')
    first.leave()
    server.status = 204
    const next = await visit({ ...OPTIONS, consent: banner.source })
    expect(server.asked[2]).toMatchObject({ record: '' })
    next.leave()
    await visit({ ...OPTIONS, consent: banner.source })
    expect(server.asked).toHaveLength(3)
  })
})

describe('what nobody has answered for', () => {
  it('is left as the server has it', async () => {
    const { asked } = openRefresher()
    const first = await visit(OPTIONS, LANDING)
    first.leave()
    sleep(DAY)
    await visit({ ...OPTIONS, consent: 'required' })
    expect(asked.slice(1)).toEqual([{ record: cookieOf('cc_discount_code') }])
  })

  it('and is not in the browser any more has nobody asked', async () => {
    const { asked } = openRefresher()
    const first = await visit(OPTIONS, LANDING)
    first.leave()
    clearCookies()
    localStorage.removeItem('cc_discount_code')
    await visit({ ...OPTIONS, consent: openBanner().source }, LANDING)
    expect(asked).toHaveLength(1)
  })
})

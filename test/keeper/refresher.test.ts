// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DAY } from '../../src/names.js'
import { openBrowserForEachTest, sleep, visit } from './open-page.js'

openBrowserForEachTest()
afterEach(() => vi.unstubAllGlobals())

const OPTIONS = { refresher: { endpoint: '/refresh' } }

/** A server that keeps the cookie, or fails to. */
const openRefresher = (status = 204) => {
  const records: string[] = []
  vi.stubGlobal('fetch', (_: string, { body }: { readonly body: string }) => {
    const { record } = JSON.parse(body) as { readonly record: string }
    records.push(record)
    return Promise.resolve(new Response(null, { status }))
  })
  return records
}

const durabilityOf = ({ keeper }: Awaited<ReturnType<typeof visit>>) =>
  keeper.inspect().layers.find(({ key, name }) => name === 'cookie' && key === 'cc_discount_code')
    ?.durability

describe('a server that keeps the cookie', () => {
  it('is asked once a day, with the record as the cookie has it', async () => {
    const records = openRefresher()
    const first = await visit(OPTIONS, '/?discount=SAVE10')
    expect(records).toEqual([expect.stringContaining('SAVE10')])
    expect(document.cookie).toContain(`cc_discount_code=${records[0]}`)
    expect(durabilityOf(first)).toBe('server')
    first.leave()
    sleep(DAY - 60_000)
    const second = await visit(OPTIONS)
    expect(records).toHaveLength(1)
    second.leave()
    sleep(60_000)
    await visit(OPTIONS)
    expect(records).toHaveLength(2)
  })

  it('keeps nothing longer once the page has set it again', async () => {
    openRefresher()
    const { keeper, ...page } = await visit(OPTIONS, '/?discount=SAVE10')
    expect(durabilityOf({ keeper, ...page })).toBe('server')
    await keeper.apply('OTHER5')
    expect(durabilityOf({ keeper, ...page })).toBe('browser')
  })

  it('is not asked where there is nothing to keep, or no option', async () => {
    const records = openRefresher()
    const empty = await visit(OPTIONS)
    empty.leave()
    expect(durabilityOf(await visit({}, '/?discount=SAVE10'))).toBe('browser')
    expect(records).toEqual([])
  })

  it('that fails is an error, keeps nothing longer, and is asked no sooner', async () => {
    const records = openRefresher(500)
    const first = await visit(OPTIONS, '/?discount=SAVE10')
    expect(first.errors()).toEqual(['OFFLINE'])
    expect(durabilityOf(first)).toBe('browser')
    first.leave()
    await visit(OPTIONS)
    expect(records).toHaveLength(1)
  })
})

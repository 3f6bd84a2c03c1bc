import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serialize } from '../../src/grant/codec.js'
import { createRefresher } from '../../src/server/index.js'
import { entry, ledgerEntries } from '../support/entry.js'
import { post, read, SHOP } from './open-handler.js'

const DAYS_30 = 2_592_000
const refresher = createRefresher({ origins: [SHOP] })
/** As js-cookie writes it. */
const toCookie = (text: string): string =>
  encodeURIComponent(text).replace(/%(2[346BF]|3[AC-F]|40|5[BDE]|60|7[BCD])/g, decodeURIComponent)
const RECORD = toCookie(serialize([entry()]))

const cookiesFor = async (body: object, handler = refresher): Promise<readonly string[]> => {
  const response = await handler(post(body))
  expect(response.status).toBe(204)
  return response.headers.getSetCookie()
}

describe('the refresher', () => {
  it('sets the record as two cookies of the server', async () => {
    expect(await cookiesFor({ record: RECORD })).toEqual([
      `__Host-cc_discount_keeper=${RECORD}; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age=${DAYS_30}`,
      `cc_discount_code=${RECORD}; Secure; SameSite=Lax; Path=/; Max-Age=${DAYS_30}`,
    ])
  })

  it('keeps the ref in cookies of its own, alone or beside the record', async () => {
    const ref = toCookie(serialize([entry({ code: 'anna' })]))
    const cookies = [
      `__Host-cc_ref_keeper=${ref}; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age=${DAYS_30}`,
      `cc_ref=${ref}; Secure; SameSite=Lax; Path=/; Max-Age=${DAYS_30}`,
    ]
    expect(await cookiesFor({ ref })).toEqual(cookies)
    expect((await cookiesFor({ record: RECORD, ref })).slice(2)).toEqual(cookies)
  })

  it('takes away the purpose that was withdrawn, and leaves the other as it is', async () => {
    expect(await cookiesFor({ ref: '' })).toEqual([
      '__Host-cc_ref_keeper=; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age=0',
      'cc_ref=; Secure; SameSite=Lax; Path=/; Max-Age=0',
    ])
  })

  it('answers with nothing that a cache may keep', async () => {
    const { text, headers } = await read(await refresher(post({ record: RECORD })))
    expect(text).toBe('')
    expect(headers).toMatchObject({ 'cache-control': 'no-store', vary: 'origin' })
  })

  it('takes both cookies away when the record is empty, as when consent is withdrawn', async () => {
    expect(await cookiesFor({ record: '' })).toEqual([
      '__Host-cc_discount_keeper=; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age=0',
      'cc_discount_code=; Secure; SameSite=Lax; Path=/; Max-Age=0',
    ])
  })

  it('keeps the days and the domain that it is told', async () => {
    const handler = createRefresher({ origins: [SHOP], days: 7.5, domain: 'shop.example' })
    const [host, page] = await cookiesFor({ record: 'SAVE10' }, handler)
    expect(host).toBe(
      '__Host-cc_discount_keeper=SAVE10; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age=648000',
    )
    expect(page).toBe(
      'cc_discount_code=SAVE10; Domain=shop.example; Secure; SameSite=Lax; Path=/; Max-Age=648000',
    )
  })

  it.each(['SAVE10', 'SAVE10%2CFREESHIP', '25%25OFF', `%7B%22v%22%3A2%2C%22grants%22:[]}`])(
    'vouches for %s',
    async (record) => {
      expect(await cookiesFor({ record })).toHaveLength(2)
    },
  )

  it('vouches for every record that the keeper writes', async () => {
    await fc.assert(
      fc.asyncProperty(ledgerEntries, async (entries) => {
        const record = toCookie(serialize(entries))
        const [host] = await cookiesFor({ record })
        expect(host).toContain(`=${record}; HttpOnly`)
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  it('takes 3,584 characters and not one more', async () => {
    const frame = ['{"v":1,"grants":[],"x":', '}'].map(toCookie)
    const filled = (size: number): string => frame.join('1'.repeat(size - frame.join('').length))
    expect(await cookiesFor({ record: filled(3584) })).toHaveLength(2)
    expect((await refresher(post({ record: filled(3585) }))).status).toBe(400)
  })

  it.each([
    ['nothing', {}],
    ['a number', { record: 1 }],
    ['a ref that is none', { record: 'SAVE10', ref: 'amy;HttpOnly' }],
    ['a record that is none beside a ref', { record: {}, ref: 'amy' }],
    ['a list', { record: [RECORD] }],
    ['an attribute', { record: 'SAVE10; Domain=evil.example' }],
    ['a semicolon', { record: 'SAVE10;HttpOnly' }],
    ['a line', { record: 'SAVE10\r\nset-cookie: a=b' }],
    ['an encoded line', { record: 'SAVE10%0D%0Aset-cookie: a=b' }],
    ['a quote', { record: '"SAVE10"' }],
    ['a tag', { record: '<script>' }],
    ['an encoded tag', { record: '%3Cscript%3E' }],
    ['letters beyond ASCII', { record: 'SÄVE' }],
    ['what cannot be decoded', { record: '%E0%A4%A' }],
    ['other JSON', { record: '{}' }],
    ['a record of no version', { record: toCookie('{"grants":[]}') }],
    ['a record of nothing', { record: toCookie('{"v":1}') }],
    ['null', { record: 'null,' }],
    ['broken JSON', { record: '{v:1}' }],
    ['nine codes', { record: toCookie('A,B,C,D,E,F,G,H,I') }],
    ['a code of 65 characters', { record: 'A'.repeat(65) }],
  ])('sets nothing for %s', async (_, body) => {
    const response = await refresher(post(body))
    expect(response.status).toBe(400)
    expect(response.headers.getSetCookie()).toEqual([])
  })

  it('sets nothing that holds more than one cookie', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (record) => {
        const cookies = (await refresher(post({ record }))).headers.getSetCookie()
        for (const cookie of cookies)
          expect(cookie).toMatch(/^[\w-]+=[^;,\s"\\]*(; [\w=/-]+){4,5}$/)
      }),
      { numRuns: 500 },
    )
  }, 60_000)

  it.each([
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['a form', { 'content-type': 'text/plain' }, 415],
    ['a prefetch', { 'sec-purpose': 'prefetch' }, 204],
  ])('sets nothing for %s', async (_, headers, status) => {
    const response = await refresher(post({ record: RECORD }, headers))
    expect(response.status).toBe(status)
    expect(response.headers.getSetCookie()).toEqual([])
  })

  it.each([
    [{ origins: [] }, 'origins'],
    [{ origins: [SHOP], days: 0 }, 'days'],
    [{ origins: [SHOP], days: 401 }, 'days'],
    [{ origins: [SHOP], domain: 'shop.example; HttpOnly' }, 'domain'],
    [{ origins: [SHOP], domain: '.shop.example' }, 'domain'],
  ])('says of %j that %s is wrong', (options, name) => {
    expect(() => createRefresher(options)).toThrow(`Expected ${name} to be `)
  })
})

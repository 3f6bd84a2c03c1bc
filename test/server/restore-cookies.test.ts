import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRefresher, restoreCookies } from '../../src/server/index.js'
import { post, SHOP } from './open-handler.js'

const RULES = 'Secure; SameSite=Lax; Path=/; Max-Age=2592000'

const pageView = (cookie?: string): Request =>
  new Request(`${SHOP}/`, { headers: cookie === undefined ? {} : { cookie } })

/** What a browser holds after the refresher was asked, and after it has lost what it may lose. */
const afterLoss = async (body: object): Promise<string> => {
  const { headers } = await createRefresher({ origins: [SHOP] })(post(body))
  return headers
    .getSetCookie()
    .filter((cookie) => cookie.startsWith('__Host-') && !cookie.includes('Max-Age=0'))
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

describe('cookies that a browser has lost', () => {
  it('come back from those that only the server reads', async () => {
    const cookie = await afterLoss({ record: 'SAVE10', ref: 'amy' })
    expect(restoreCookies(pageView(`cart=1; ${cookie}; x=y`))).toEqual([
      `cc_discount_code=SAVE10; ${RULES}`,
      `cc_ref=amy; ${RULES}`,
    ])
  })

  it('come back each by itself, on the domain that they were on', async () => {
    const cookie = await afterLoss({ record: 'SAVE10', ref: 'amy' })
    const options = { days: 1, domain: 'shop.example' }
    expect(restoreCookies(pageView(`${cookie}; cc_discount_code=OTHER5`), options)).toEqual([
      'cc_ref=amy; Domain=shop.example; Secure; SameSite=Lax; Path=/; Max-Age=86400',
    ])
  })

  it('do not come back once the page had them taken away', async () => {
    const cookie = await afterLoss({ record: '', ref: 'amy' })
    expect(restoreCookies(pageView(cookie))).toEqual([`cc_ref=amy; ${RULES}`])
  })

  it.each([
    ['no cookies', undefined],
    ['nothing of the refresher', 'cart=1; cc_ref_keeper=amy'],
    ['an empty one', '__Host-cc_discount_keeper='],
    ['what is no record', '__Host-cc_discount_keeper=<b>'],
    ['both still there', '__Host-cc_ref_keeper=amy; cc_ref=amy'],
  ])('are none with %s', (_, cookie) => {
    expect(restoreCookies(pageView(cookie))).toEqual([])
  })

  it('are one line each, whatever the browser sends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        const lines = restoreCookies(pageView(`__Host-cc_ref_keeper=${text}`))
        for (const line of lines) expect(line).toMatch(/^cc_ref=[^;,\s"\\]+(; [\w=/-]+){4}$/)
      }),
      { numRuns: 500 },
    )
  })

  it('want options that are right', () => {
    expect(() => restoreCookies(pageView(), { days: 0 })).toThrow('Expected days to be ')
  })
})

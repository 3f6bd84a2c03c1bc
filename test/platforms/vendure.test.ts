// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { DiscountKeeperError } from '../../src/errors.js'
import { vendure } from '../../src/platforms/vendure.js'
import { json } from '../support/theme-view.js'
import {
  active,
  ENDPOINT,
  openVendureShop,
  rawOrder,
  TOKEN,
  unknownField,
} from '../support/vendure-shop.js'

const FIELDS = { attributes: { discount: 'ccDiscountCode', ref: 'ccRef' } }

/** The id while nothing is known, on a page without a clock. */
const UNKNOWN = `${TOKEN.slice(-8)}.`

beforeEach(() => localStorage.clear())

describe('vendure()', () => {
  it('asks for a way to find the session', () => {
    const open = () => vendure({ endpoint: ENDPOINT })
    expect(open).toThrow(DiscountKeeperError)
    expect(open).toThrow('vendure() needs token or cartId.')
  })

  it('leads to checkout where the app has it', async () => {
    const { platform } = await openVendureShop()
    expect(platform.checkoutPath.test('/checkout/payment')).toBe(true)
    expect(platform.checkoutPath.test('/checkouting')).toBe(false)
    const other = await openVendureShop({ checkoutPath: /^\/kasse/ })
    expect(other.platform.checkoutPath).toEqual(/^\/kasse/)
  })

  it('keeps attributes only in custom fields that it was told', async () => {
    const { platform } = await openVendureShop()
    expect(platform.capabilities?.attributes).toBe(false)
    const other = await openVendureShop({ attributes: { ref: 'ccRef' } })
    expect(other.platform.capabilities?.attributes).toBe(true)
  })

  it('hands the cart on to the app that shows it', async () => {
    const refresh = vi.fn()
    const { platform } = await openVendureShop({ refresh })
    const cart = { id: 'ORDER7', itemCount: 1, attributes: {}, discount: 0 }
    platform.refresh?.(cart)
    expect(refresh).toHaveBeenCalledExactlyOnceWith(cart)
  })
})

describe('a request to Vendure', () => {
  it('is sent in the session of the app, and known as ours by its address', async () => {
    const { platform, sent } = await openVendureShop({ channel: 'uk', credentials: 'include' })
    await platform.read?.()
    const [{ init, url } = {}] = sent()
    expect(url).toBe(`${ENDPOINT}?discount-keeper`)
    expect(init).toMatchObject({
      method: 'POST',
      credentials: 'include',
      headers: { Authorization: `Bearer ${TOKEN}`, 'vendure-token': 'uk' },
    })
  })

  it('keeps what the address asks for', async () => {
    const { platform, sent } = await openVendureShop({ endpoint: `${ENDPOINT}?languageCode=de` })
    await platform.read?.()
    expect(sent()[0]?.url).toBe(`${ENDPOINT}?languageCode=de&discount-keeper`)
  })

  it('says nothing of what it was not given', async () => {
    const { platform, sent } = await openVendureShop({ cartId: () => 'ORDER7' })
    await platform.read?.()
    const { credentials, headers } = sent()[0]?.init ?? {}
    expect(credentials).toBe(undefined)
    expect(Object.keys(headers ?? {})).toEqual(['Accept', 'Content-Type'])
  })

  it('is not sent without a session', async () => {
    const { fetch, platform } = await openVendureShop({ token: () => undefined })
    expect(platform.cartId?.()).toBe('')
    expect(await platform.read?.()).toMatchObject({ id: '', itemCount: 0, codes: [] })
    expect(await platform.write?.({ codes: ['SAVE10'] })).toMatchObject({ itemCount: 0 })
    expect(fetch).not.toHaveBeenCalled()
  })

  it.each([
    ['errors beside a 200', { errors: [{ message: 'SAVE10' }], data: null }, 200],
    ['errors beside data', { errors: [{}], data: { activeOrder: null } }, 200],
    ['errors that are no list', { errors: 'SAVE10' }, 500],
    ['neither data nor errors', {}, 200],
    ['a text', 'SAVE10', 200],
    ['a status with data', { data: { activeOrder: null } }, 403],
  ])('is refused by %s', async (_, body, status) => {
    const { answers, platform } = await openVendureShop()
    answers.push(json(body, status))
    await expect(platform.read?.()).rejects.toMatchObject({
      code: 'REFUSED',
      message: `The shop answered ${status}`,
    })
  })
})

describe('a new session that the shop opens', () => {
  const renewing = (token: string): Response => {
    const answer = active(null)
    answer.headers.set('vendure-auth-token', token)
    return answer
  }

  it('is told to the app', async () => {
    const onToken = vi.fn()
    const { answers, platform } = await openVendureShop({ token: () => TOKEN, onToken })
    answers.push(renewing('new'))
    await platform.read?.()
    expect(onToken).toHaveBeenCalledExactlyOnceWith('new')
  })

  it.each([
    ['the session it was', TOKEN, [TOKEN]],
    ['no session', '', [TOKEN]],
    ['one that the app has replaced meanwhile', 'new', [TOKEN, 'newer']],
  ])('is not told where it is %s', async (_, token, tokens) => {
    const onToken = vi.fn()
    const { answers, fetch, platform } = await openVendureShop({
      token: () => (fetch.mock.calls.length ? tokens.at(-1) : tokens[0]),
      onToken,
    })
    answers.push(renewing(token))
    await platform.read?.()
    expect(fetch).toHaveBeenCalledOnce()
    expect(onToken).not.toHaveBeenCalled()
  })
})

describe('the cart of an order', () => {
  it('names the codes that take effect, and those that wait', async () => {
    const { answers, platform } = await openVendureShop(FIELDS)
    answers.push(
      active(
        rawOrder({
          couponCodes: ['SAVE10', 'LATER'],
          promotions: [{ couponCode: null }, { couponCode: 'Save10' }],
          discounts: [{ amountWithTax: -400 }, { amountWithTax: -101 }],
          subTotalWithTax: 4499,
          customFields: { ccDiscountCode: 'SAVE10', ccRef: null },
        }),
      ),
    )
    expect(await platform.read?.()).toEqual({
      id: 'ORDER7',
      itemCount: 1,
      codes: [
        { code: 'SAVE10', applicable: true },
        { code: 'LATER', applicable: false, reason: 'UNKNOWN' },
      ],
      attributes: { 'cc-discount-code': 'SAVE10' },
      discount: 501,
      total: 4499,
      currency: 'USD',
    })
  })

  it.each([
    { by: 'by its code', told: 'ORDER7', order: rawOrder(), id: 'ORDER7' },
    { by: 'by its id', told: '7', order: rawOrder(), id: '7' },
    { by: 'late, before the app knows it', told: undefined, order: rawOrder(), id: 'ORDER7' },
    { by: 'late, after the one before', told: 'ORDER6', order: rawOrder(), id: 'ORDER7' },
    { by: 'for too long', told: 'ORDER7', order: null, id: '' },
  ])('has the id that the app gives it: $by', async ({ id, order, told }) => {
    const { answers, platform } = await openVendureShop({ cartId: () => told })
    answers.push(active(order))
    expect(platform.cartId?.()).toBe(told ?? '')
    expect((await platform.read?.())?.id).toBe(id)
  })
})

describe('the order of a session, where the app does not tell it', () => {
  it('may be there as long as nothing is known: each page view asks, and no token is told', async () => {
    const idAt = async (timeOrigin: number) => {
      const view = () => ({ localStorage, performance: { timeOrigin } }) as never
      const { platform } = await openVendureShop({ view })
      expect(platform.cartId?.()).toBe(platform.cartId?.())
      return platform.cartId?.()
    }
    expect(await idAt(36)).toBe(`${TOKEN.slice(-8)}.10`)
    expect(await idAt(37)).toBe(`${TOKEN.slice(-8)}.11`)
  })

  it.each([
    ['local storage', undefined],
    ['the page, where storage is blocked', {}],
  ])('is known by %s once it was read, until it is over', async (_, blocked) => {
    const view = () => (blocked ?? { localStorage }) as Window & typeof globalThis
    const { answers, platform } = await openVendureShop({ view })
    answers.push(active(rawOrder()), active(null))
    await platform.read?.()
    expect(platform.cartId?.()).toBe('ORDER7')
    const next = await openVendureShop({ view })
    expect(next.platform.cartId?.()).toBe(blocked ? UNKNOWN : 'ORDER7')
    expect((await platform.read?.())?.id).toBe('')
    expect(platform.cartId?.()).toBe(UNKNOWN)
    expect(localStorage).toHaveLength(0)
  })

  it('is none of the next session', async () => {
    let token = TOKEN
    const { answers, platform } = await openVendureShop({ token: () => token })
    answers.push(active(rawOrder()))
    await platform.read?.()
    token = 'another-session'
    expect(platform.cartId?.()).toMatch(/^-session\./)
  })

  it('is the one read last, while the app does not know, and none where the app says so', async () => {
    let told: string | undefined
    const { answers, platform } = await openVendureShop({ cartId: () => told })
    answers.push(active(rawOrder()))
    expect(platform.cartId?.()).toBe('')
    await platform.read?.()
    expect(platform.cartId?.()).toBe('ORDER7')
    told = ''
    expect(platform.cartId?.()).toBe('')
  })
})

describe('codes that are dropped as the customer is named', () => {
  const open = async (after: object) => {
    const { answers, platform } = await openVendureShop()
    answers.push(active(rawOrder({ couponCodes: ['ONEPER', 'SAVE10'] })), active(rawOrder(after)))
    await platform.read?.()
    return platform.read?.()
  }
  const customer = { id: '1' }

  it('are told, since no shopper took them off', async () => {
    const cart = await open({ couponCodes: ['save10'], customer })
    expect(cart?.codes).toEqual([
      { code: 'save10', applicable: false, reason: 'UNKNOWN' },
      { code: 'ONEPER', applicable: false, reason: 'UNKNOWN' },
    ])
  })

  it.each([
    ['the customer is the one before', { couponCodes: ['SAVE10'] }, ['SAVE10']],
    ['the order is another', { code: 'ORDER8', customer }, []],
  ])('are not made up where %s', async (_, after, codes) => {
    expect((await open(after))?.codes?.map(({ code }) => code)).toEqual(codes)
  })
})

describe('custom fields that the shop does not know', () => {
  it('are left alone from then on, when it is read', async () => {
    const { answers, platform, sent } = await openVendureShop(FIELDS)
    answers.push(unknownField(), active(rawOrder()), active(rawOrder()))
    expect(await platform.read?.()).toMatchObject({ itemCount: 1, attributes: {} })
    await platform.read?.()
    expect(sent().map(({ query }) => query.includes('ccRef'))).toEqual([true, false, false])
  })

  it('do not keep a code from being applied', async () => {
    const { answers, platform, sent } = await openVendureShop(FIELDS)
    const after = rawOrder({ couponCodes: ['SAVE10'], promotions: [{ couponCode: 'SAVE10' }] })
    answers.push(active(rawOrder()), unknownField(), json({ data: { added0: after } }))
    await platform.read?.()
    const cart = await platform.write?.({ codes: ['SAVE10'], attributes: { 'cc-ref': 'amy' } })
    expect(cart?.codes).toEqual([{ code: 'SAVE10', applicable: true }])
    expect(sent().at(-1)?.query).not.toContain('customFields')
    expect(sent()).toHaveLength(3)
  })

  it('leave nothing to send where they are all that was asked for', async () => {
    const { answers, platform, sent } = await openVendureShop(FIELDS)
    answers.push(unknownField(), active(rawOrder()))
    await platform.read?.()
    expect(await platform.write?.({ attributes: { 'cc-ref': 'amy' } })).toMatchObject({
      itemCount: 1,
    })
    expect(sent()).toHaveLength(2)
  })

  it('are not to blame where nothing was asked of them', async () => {
    const { answers, platform, sent } = await openVendureShop()
    answers.push(unknownField())
    await expect(platform.read?.()).rejects.toMatchObject({ code: 'REFUSED' })
    expect(sent()).toHaveLength(1)
  })
})

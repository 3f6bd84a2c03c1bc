// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import type { DiscountKeeperOptions } from '../../src/index.js'
import { openBrowserForEachTest, settle, sleep, visit as open } from '../keeper/open-page.js'
import { NOON } from '../support/entry.js'
import type { OpenShop } from '../support/fake-shop/open-shop.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { ENDPOINT, HOUR, openEndpoint } from './open-endpoint.js'

openBrowserForEachTest()

/** A page view that has come to rest, with the part that makes codes. */
const visit: typeof open = async (...asked) => {
  const page = await open(...asked)
  await vi.dynamicImportSettled()
  await settle()
  return page
}

const LANDING = '/?ref=clara'
const NAME = 'cc-discount-grant'

/** It honours tokens that begin like this, and nothing else. */
const openGrantShop = () =>
  openShop({ grants: ({ [NAME]: token = '' }) => (token.startsWith('token-') ? 20 : 0) })

const optionsOf = (
  { platform }: Pick<OpenShop, 'platform'>,
  more: DiscountKeeperOptions = {},
): DiscountKeeperOptions => ({
  platform,
  safeCodes: { endpoint: ENDPOINT, when: 'cart' },
  ...more,
})

const statusesOf = ({ keeper }: Awaited<ReturnType<typeof visit>>): readonly string[] =>
  keeper.grants.map(({ code, status }) => [code, status].join(' '))

/** A shopper with a mug whom Clara sent. */
const arrive = async (shop = openGrantShop(), more: DiscountKeeperOptions = {}) => {
  const endpoint = openEndpoint()
  shop.theme.addItem()
  const page = await visit(optionsOf(shop, more), LANDING)
  return { endpoint, page, shop }
}

describe('a discount that needs no code', () => {
  it('is put on the cart as attributes, and taken for ours where the cart takes off more', async () => {
    const { endpoint, page, shop } = await arrive()
    expect(endpoint.asked).toEqual([
      { checkout: expect.stringMatching(/^[\w-]{16,64}$/), ref: 'clara' },
    ])
    expect(shop.current()?.attributes).toMatchObject({ [NAME]: 'token-1', 'cc-ref': 'clara' })
    expect(shop.writtenCodes().filter(Boolean)).toEqual([])
    expect(statusesOf(page)).toEqual([' applied'])
    expect(page.told()).toContain('applied ')
    expect(page.errors()).toEqual([])
  })

  it('costs nothing on the next page, where it is still applied', async () => {
    const { endpoint, page, shop } = await arrive()
    page.leave()
    const before = shop.requests.length
    const next = await visit(optionsOf(shop))
    expect(statusesOf(next)).toEqual([' applied'])
    expect(shop.requests.length).toBe(before)
    expect(endpoint.asked).toHaveLength(1)
  })

  it('stays applied when the link is followed again', async () => {
    const { endpoint, page, shop } = await arrive()
    page.leave()
    expect(statusesOf(await visit(optionsOf(shop), LANDING))).toEqual([' applied'])
    expect(endpoint.asked).toHaveLength(1)
  })

  it('is no more than held where the cart takes nothing off', async () => {
    const { page, shop } = await arrive(openShop({ grants: () => 0 }))
    expect(shop.current()?.attributes).toMatchObject({ [NAME]: 'token-1' })
    expect(statusesOf(page)).toEqual([' held'])
  })

  it('is not taken for what was off before', async () => {
    const { page } = await arrive(openShop({ grants: () => 15 }))
    expect(statusesOf(page)).toEqual([' held'])
    expect(page.told()).not.toContain('applied ')
  })

  it('is asked for again when it has ended', async () => {
    const { endpoint, page, shop } = await arrive()
    page.leave()
    sleep(25 * HOUR)
    endpoint.grant('token-2', NOON + 48 * HOUR)
    const next = await visit(optionsOf(shop))
    await settle()
    expect(endpoint.asked.map(({ checkout }) => checkout)).toEqual([
      endpoint.asked[0]?.checkout,
      endpoint.asked[0]?.checkout,
    ])
    expect(shop.current()?.attributes[NAME]).toBe('token-2')
    expect(statusesOf(next)).toEqual([' applied'])
  })

  it('is taken off where it has ended and is refused', async () => {
    const { endpoint, page, shop } = await arrive()
    page.leave()
    sleep(25 * HOUR)
    endpoint.status = 403
    const next = await visit(optionsOf(shop))
    await settle()
    expect(shop.current()?.attributes).not.toHaveProperty(NAME)
    expect(statusesOf(next)).toEqual([])
  })

  it('is asked for again for the next cart', async () => {
    const { endpoint, page, shop } = await arrive()
    page.leave()
    shop.order()
    shop.theme.addItem()
    const next = await visit(optionsOf(shop))
    await settle()
    expect(new Set(endpoint.asked.map(({ checkout }) => checkout)).size).toBe(2)
    expect(shop.current()?.attributes[NAME]).toBe('token-1')
    expect(statusesOf(next)).toEqual([' applied'])
  })

  it('is asked for again by the next session, which knows nothing of it, at the way out only', async () => {
    const { endpoint, page, shop } = await arrive(openGrantShop())
    page.leave()
    document.cookie = 'cc_discount_seen=; expires=Thu, 01 Jan 1970 00:00:00 GMT'
    const safeCodes = { endpoint: ENDPOINT, when: 'checkout' } as const
    const next = await visit(optionsOf(shop, { safeCodes }))
    await settle()
    expect(statusesOf(next)).toEqual([' held'])
    expect(endpoint.asked).toHaveLength(1)
  })

  it('is held while the cart is empty, and applied when it is filled again', async () => {
    const { endpoint, page, shop } = await arrive()
    shop.theme.empty()
    await settle()
    expect(statusesOf(page)).toEqual([' held'])
    shop.theme.addItem()
    await settle()
    expect(statusesOf(page)).toEqual([' applied'])
    expect(endpoint.asked).toHaveLength(1)
  })

  it('is left alone where somebody took it off', async () => {
    const { endpoint, page, shop } = await arrive()
    const cart = shop.current()
    if (cart) cart.attributes = {}
    shop.theme.addItem()
    await settle()
    expect(statusesOf(page)).toEqual([' held'])
    expect(shop.current()?.attributes).not.toHaveProperty(NAME)
    expect(endpoint.asked).toHaveLength(1)
  })

  it('is not taken for what a shop takes off without it', async () => {
    const shop = openShop({ grants: ({ [NAME]: token }) => (token ? 25 : 5) })
    const { page } = await arrive(shop)
    expect(statusesOf(page)).toEqual([' applied'])
    const cart = shop.current()
    if (cart) cart.attributes = {}
    shop.theme.addItem()
    await settle()
    expect(shop.tellCart().discount).toBeGreaterThan(0)
    expect(statusesOf(page)).toEqual([' held'])
  })

  it('leaves the cart when consent is withdrawn', async () => {
    let discount = true
    let changed = (): void => undefined
    const consent = {
      attribution: () => true,
      discount: () => discount,
      watch: (tell: () => void) => {
        changed = tell
      },
    }
    const { page, shop } = await arrive(openGrantShop(), { consent })
    expect(statusesOf(page)).toEqual([' applied'])
    discount = false
    changed()
    await settle()
    expect(shop.current()?.attributes).not.toHaveProperty(NAME)
  })

  it('waits for the answer of a consent source, and does not ask over and over meanwhile', async () => {
    const { endpoint, page, shop } = await arrive()
    page.leave()
    const before = shop.writes().length
    const consent = { attribution: () => true, discount: () => undefined }
    const next = await visit(optionsOf(shop, { consent }), '/?discount=DORA10')
    await settle()
    await settle()
    expect(endpoint.asked).toHaveLength(2)
    expect(shop.writes()).toHaveLength(before)
    expect(next.errors()).toEqual([])
  })
})

describe('attributes and a code in one answer', () => {
  it('both reach the cart', async () => {
    const shop = openGrantShop()
    const endpoint = openEndpoint()
    endpoint.answer = { ...endpoint.answer, code: 'SAVE10' }
    shop.theme.addItem()
    const page = await visit(optionsOf(shop), LANDING)
    await settle()
    expect(shop.current()).toMatchObject({ codes: ['SAVE10'], attributes: { [NAME]: 'token-1' } })
    expect(statusesOf(page)).toEqual(['SAVE10 applied'])
  })
})

describe('a promise that is taken back', () => {
  it('takes its attributes off the cart', async () => {
    const shop = openGrantShop()
    openEndpoint()
    shop.theme.addItem()
    const page = await visit(optionsOf(shop), '/?discount=CLARA15')
    await settle()
    expect(shop.current()?.attributes).toHaveProperty(NAME)
    await page.keeper.remove('CLARA15')
    await settle()
    expect(shop.current()?.attributes).not.toHaveProperty(NAME)
    expect(shop.tellCart().discount).toBe(0)
    expect(page.keeper.inspect().cart?.discount).toBe(0)
    expect(statusesOf(page)).toEqual([])
  })

  it('leaves a value alone that somebody else put there since', async () => {
    const shop = openGrantShop()
    openEndpoint()
    shop.theme.addItem()
    const page = await visit(optionsOf(shop), '/?discount=CLARA15')
    await settle()
    const cart = shop.current()
    if (cart) cart.attributes = { [NAME]: 'theirs' }
    await page.keeper.remove('CLARA15')
    await settle()
    expect(shop.current()?.attributes[NAME]).toBe('theirs')
  })
})

describe('a shop whose carts keep no attributes', () => {
  it('is an error and nothing else, where they are dropped', async () => {
    const { endpoint, page, shop } = await arrive(openShop({ dropsAttributes: true }))
    expect(page.errors()).toEqual(['MINT'])
    shop.theme.addItem()
    await settle()
    expect(endpoint.asked).toHaveLength(1)
    expect(statusesOf(page)).toEqual([' held'])
  })

  it('is an error and nothing else, where nothing can be written', async () => {
    const shop = openGrantShop()
    const { write: _, ...platform } = shop.platform
    const { endpoint, page } = await arrive({ ...shop, platform })
    expect(page.errors()).toEqual(['MINT'])
    expect(endpoint.asked).toHaveLength(1)
    expect(statusesOf(page)).toEqual([' held'])
  })

  it('is an error where it refuses', async () => {
    const shop = openGrantShop()
    const write: typeof shop.platform.write = ({ attributes = {} }) =>
      NAME in attributes ? Promise.reject(new Error('422')) : Promise.resolve(shop.tellCart())
    const { page } = await arrive({ ...shop, platform: { ...shop.platform, write } })
    expect(page.errors()).toEqual(['MINT'])
    expect(statusesOf(page)).toEqual([' held'])
  })
})

describe('an answer that nobody may write', () => {
  it.each([
    ['our own name', { 'cc-ref': 'x' }],
    ['our own name in another case', { 'CC-Discount-Code': 'x' }],
    ['a private name', { __x: 'x' }],
    ['a name with a space', { 'a b': 'x' }],
    ['a long name', { ['x'.repeat(65)]: 'x' }],
    ['an empty value', { x: '' }],
    ['a long value', { x: 'x'.repeat(256) }],
    ['a value of two lines', { x: 'a\nb' }],
    ['a value beyond ASCII', { x: 'ä' }],
    ['a number', { x: 1 }],
    ['six of them', { a: 'x', b: 'x', c: 'x', d: 'x', e: 'x', f: 'x' }],
    ['none', {}],
    ['a list', ['x']],
    ['a text', 'x'],
    ['one wrong beside one right', { [NAME]: 'token-1', 'cc-ref': 'x' }],
  ])('%s', async (_, attributes) => {
    const shop = openGrantShop()
    const endpoint = openEndpoint()
    endpoint.answer = { attributes, endsAt: NOON + HOUR }
    shop.theme.addItem()
    const page = await visit(optionsOf(shop), LANDING)
    await settle()
    expect(page.errors()).toEqual(['MINT'])
    expect(endpoint.asked).toHaveLength(1)
    expect(Object.keys(shop.current()?.attributes ?? {})).toEqual(['cc-ref'])
    expect(statusesOf(page)).toEqual([' held'])
  })
})

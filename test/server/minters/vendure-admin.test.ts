import { describe, expect, it } from 'vitest'

import { vendureMinter } from '../../../src/server/minters/vendure-admin.js'
import type { PromotionInput } from '../../support/vendure-admin/open-vendure-admin.js'
import { openVendureAdmin } from '../../support/vendure-admin/open-vendure-admin.js'
import { holdsAcrossProcesses } from './conformance/across-processes.js'
import { anOrder } from './conformance/an-order.js'
import { conformsToMinter } from './conformance.js'

const token = 'a5'.repeat(32)
const endpoint = 'https://shop.example/admin-api'
const HOUR = 3_600_000

const percent = (couponCode: string, more: Partial<PromotionInput> = {}): PromotionInput => ({
  enabled: true,
  couponCode,
  conditions: [],
  actions: [{ code: 'order_percentage_discount', arguments: [{ name: 'discount', value: '20' }] }],
  translations: [
    { languageCode: 'en', name: couponCode, description: 'ours' },
    { languageCode: 'de', name: couponCode, description: '' },
  ],
  ...more,
})

const open = (access: Readonly<Record<string, string>> = { authorization: `Bearer ${token}` }) => {
  const shop = openVendureAdmin(access)
  const endOfEnding = Date.now() + HOUR / 2
  shop.create(percent('BASE20'))
  shop.create(percent('ENDED20', { endsAt: '2020-01-01T00:00:00.000Z' }))
  shop.create(percent('ENDING20', { endsAt: new Date(endOfEnding).toISOString() }))
  shop.create(percent('OFF20', { enabled: false }))
  shop.create(
    percent('SPECIAL', {
      conditions: [
        { code: 'minimum_order_amount', arguments: [{ name: 'amount', value: '10000' }] },
      ],
      actions: [{ code: 'free_shipping', arguments: [] }],
    }),
  )
  const all = (code: string) =>
    [...shop.promotions.values()].filter(({ couponCode }) => couponCode === code)
  return {
    ...shop,
    all,
    endOfEnding,
    bases: { open: 'BASE20', ended: 'ENDED20', ending: 'ENDING20', special: 'SPECIAL' },
    secrets: [token],
    openMinter: (options = {}) => vendureMinter({ endpoint, token, fetch: shop.fetch, ...options }),
    terms: (code: string) =>
      Promise.resolve(
        all(code).map(({ actions, conditions, priority }) => ({ actions, conditions, priority })),
      ),
    find: (code: string) => Promise.resolve(all(code).map((one) => JSON.stringify(one))),
    endOf: (code: string) => Promise.resolve(Date.parse(all(code)[0]?.endsAt ?? '')),
    buy: (code: string) => Promise.resolve(shop.buy(code, 5000, Date.now())),
  }
}

conformsToMinter('vendure', () => Promise.resolve(open()))
holdsAcrossProcesses('vendure', () => Promise.resolve(open()))

describe('vendureMinter', () => {
  it.each([1, 2, 3, 4, 5])(
    'however many processes make a code, it is one and works when the first of them says so (%i)',
    async () => {
      const { all, buy, openMinter } = open()
      const order = anOrder({ base: 'BASE20' })
      const works = (): number => all(order.code).filter(({ enabled }) => enabled).length
      const answers = await Promise.all(
        Array.from({ length: 6 }, async () => [await openMinter().mint(order), works()]),
      )
      expect(answers.filter(([answer]) => answer === 'minted')).toHaveLength(1)
      expect(answers.map(([, count]) => count)).toEqual([1, 1, 1, 1, 1, 1])
      expect(all(order.code)).toHaveLength(1)
      expect(await buy(order.code)).toBe(1000)
    },
  )

  it('finishes what a process left behind that went away half-way', async () => {
    const { all, create, openMinter } = open()
    const order = anOrder({ base: 'BASE20' })
    create(percent(order.code, { enabled: false, usageLimit: 1 }))
    // somebody may have this one on an order
    const { id } = create(percent(order.code, { enabled: true, usageLimit: 1 }))
    create(percent(order.code, { enabled: false, usageLimit: 1 }))
    expect(await openMinter().mint(order)).toBe('taken')
    expect(all(order.code)).toMatchObject([{ id, enabled: true }])
  })

  it('a promotion does not work before it is known to be alone', async () => {
    const { all, fetch, openMinter } = open()
    const order = anOrder({ base: 'BASE20' })
    const working: boolean[] = []
    const watch: typeof globalThis.fetch = async (input, init) => {
      const { query } = JSON.parse(await new Request(input, init).text()) as { query: string }
      const answer = await fetch(input, init)
      if (query.includes('createPromotion(')) working.push(all(order.code)[0]!.enabled)
      return answer
    }
    await openMinter({ fetch: watch }).mint(order)
    expect(working).toEqual([false])
    expect(all(order.code)[0]!.enabled).toBe(true)
  })

  it('gives up where somebody else keeps changing the code', async () => {
    const { create, fetch, openMinter } = open()
    const order = anOrder({ base: 'BASE20' })
    const meddle: typeof globalThis.fetch = (input, init) => {
      create(percent(order.code, { enabled: false, usageLimit: 1 }))
      return fetch(input, init)
    }
    await expect(openMinter({ fetch: meddle }).mint(order)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    })
  })

  it.each([
    ['another name', { usageLimit: 1, translations: [] }],
    ['more uses', {}],
  ])('leaves alone what the merchant has under the same code: %s', async (_, more) => {
    const { all, create, openMinter } = open()
    const order = anOrder({ base: 'BASE20' })
    create(percent(order.code, more))
    create(percent(order.code, more))
    await expect(openMinter().mint(order)).rejects.toMatchObject({ code: 'MISCONFIGURED' })
    expect(all(order.code)).toHaveLength(2)
  })

  it('makes nothing of a base that is switched off', async () => {
    const { all, openMinter } = open()
    const order = anOrder({ base: 'OFF20' })
    await expect(openMinter().mint(order)).rejects.toMatchObject({ code: 'MISCONFIGURED' })
    expect(all(order.code)).toEqual([])
  })

  it('takes an id for a base, an API key for a session, and a channel', async () => {
    const access = { 'vendure-api-key': 'key-1', 'vendure-token': 'fr' }
    const { fetch } = open(access)
    const minter = vendureMinter({ endpoint, apiKey: 'key-1', channel: 'fr', fetch })
    expect(await minter.mint(anOrder({ base: '1' }))).toBe('minted')
    const other = vendureMinter({ endpoint, apiKey: 'key-1', fetch })
    await expect(other.mint(anOrder({ base: '1' }))).rejects.toThrow('FORBIDDEN')
  })

  it.each([
    [{ endpoint }],
    [{ endpoint, token, apiKey: 'key-1' }],
    [{ endpoint, token: 'with\nline' }],
    [{ endpoint, token, channel: 'with\nline' }],
  ])('refuses to be made with %j', (options) => {
    expect(() => vendureMinter(options)).toThrow('vendureMinter expects')
  })
})

import { describe, expect, it } from 'vitest'

import { medusaMinter } from '../../../src/server/minters/medusa-admin.js'
import type { PromotionBody } from '../../support/medusa-admin/open-medusa-admin.js'
import { openMedusaAdmin } from '../../support/medusa-admin/open-medusa-admin.js'
import { holdsAcrossProcesses } from './conformance/across-processes.js'
import { anOrder } from './conformance/an-order.js'
import { conformsToMinter } from './conformance.js'

const apiKey = `sk_${'b7'.repeat(32)}`
const endpoint = 'https://shop.example/'
const HOUR = 3_600_000

const promotion = (code: string, more: Partial<PromotionBody> = {}): PromotionBody => ({
  code,
  type: 'standard',
  status: 'active',
  application_method: {
    type: 'percentage',
    target_type: 'order',
    value: 20,
    currency_code: 'usd',
  },
  ...more,
})

const campaign = (ends_at: string) => ({ name: 'c', campaign_identifier: ends_at, ends_at })

const open = () => {
  const shop = openMedusaAdmin(apiKey)
  const endOfEnding = Date.now() + HOUR / 2
  shop.create(promotion('BASE20'))
  shop.create(promotion('ENDED20', { campaign: campaign('2020-01-01T00:00:00.000Z') }))
  shop.create(promotion('ENDING20', { campaign: campaign(new Date(endOfEnding).toISOString()) }))
  shop.create(promotion('DRAFT20', { status: 'draft' }))
  const rule = { attribute: 'subtotal', operator: 'gte', values: ['100'] }
  shop.create(
    promotion('SPECIAL', {
      type: 'buyget',
      is_tax_inclusive: true,
      rules: [rule],
      application_method: {
        type: 'fixed',
        target_type: 'items',
        allocation: 'each',
        value: 7.5,
        currency_code: 'usd',
        max_quantity: 2,
        apply_to_quantity: 1,
        buy_rules_min_quantity: 3,
        target_rules: [{ ...rule, attribute: 'items.product.id' }],
        buy_rules: [{ ...rule, attribute: 'items.type.id', values: ['a', 'b'] }],
      },
    }),
  )
  const get = (code: string) => shop.promotions.get(code)
  return {
    ...shop,
    get,
    endOfEnding,
    bases: { open: 'BASE20', ended: 'ENDED20', ending: 'ENDING20', special: 'SPECIAL' },
    secrets: [apiKey],
    openMinter: (options = {}) => medusaMinter({ endpoint, apiKey, fetch: shop.fetch, ...options }),
    terms: (code: string) => {
      const { application_method: method, is_tax_inclusive, rules = [], type } = get(code)!
      const { buy_rules = [], target_rules = [] } = method
      return Promise.resolve({
        type,
        rules,
        is_tax_inclusive,
        method: { ...method, buy_rules, target_rules },
      })
    },
    find: (code: string) =>
      Promise.resolve([get(code)].flatMap((one) => (one ? [JSON.stringify(one)] : []))),
    endOf: (code: string) => Promise.resolve(Date.parse(get(code)?.campaign?.ends_at ?? '')),
    buy: (code: string) => Promise.resolve(shop.buy(code, 5000, Date.now())),
  }
}

conformsToMinter('medusa', () => Promise.resolve(open()))
holdsAcrossProcesses('medusa', () => Promise.resolve(open()))

describe('medusaMinter', () => {
  it('makes nothing of a base that is a draft', async () => {
    const { get, openMinter } = open()
    const order = anOrder({ base: 'DRAFT20' })
    await expect(openMinter().mint(order)).rejects.toThrow('draft')
    expect(get(order.code)).toBeUndefined()
  })

  it('starts a code when its base starts', async () => {
    const { create, get, openMinter } = open()
    const starts_at = new Date(Date.now() + HOUR).toISOString()
    create(
      promotion('LATER20', {
        campaign: { name: 'l', campaign_identifier: 'l', starts_at },
      }),
    )
    const order = anOrder({ base: 'LATER20' })
    await openMinter().mint(order)
    expect(get(order.code)?.campaign?.starts_at).toBe(starts_at)
  })

  it('takes an id for a base', async () => {
    const { buy, get, openMinter } = open()
    const order = anOrder({ base: get('BASE20')!.id })
    expect(await openMinter().mint(order)).toBe('minted')
    expect(await buy(order.code)).toBe(1000)
  })

  it('tells a code that the shop has from one that it will not make', async () => {
    const { create, openMinter } = open()
    create(promotion('EMPTY', { type: 'buyget' }))
    await expect(openMinter().mint(anOrder({ base: 'EMPTY' }))).rejects.toThrow('400')
  })

  it('refuses to be made with a key that is none', () => {
    expect(() => medusaMinter({ endpoint, apiKey: '' })).toThrow('medusaMinter expects apiKey')
  })
})

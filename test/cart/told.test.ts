import { expect, it, vi } from 'vitest'

import type { Platform } from '../../src/types.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openSync } from './open-sync.js'

/** A shop without a cart, and what a page knows of its visit while the shop is asked. */
const open = () => {
  const shop = openShop()
  const during: (string | undefined)[] = []
  const visit: NonNullable<Platform['visit']> = (codes) => {
    during.push(sync.browser.seen.read().told)
    return shop.platform.visit!(codes)
  }
  const sync = openSync({ ...shop.platform, visit })
  return { during, shop, sync, told: () => sync.browser.seen.read().told }
}

it('knows which code the shop may remember while it is asked, and which it said it does', async () => {
  const { during, sync, told } = open()
  sync.grant('SAVE10')
  await sync.check()
  expect([during, told()]).toEqual([['SAVE10,'], 'SAVE10'])
  sync.grant('EXTRA5')
  sync.end('SAVE10', 'expired')
  await sync.check()
  expect([during[1], told()]).toEqual(['EXTRA5,SAVE10,', 'SAVE10,EXTRA5'])
})

it('names a code once, however often it is told', async () => {
  const { during, sync, told } = open()
  for (const code of ['SAVE10', 'EXTRA5', 'SAVE10']) {
    sync.discounts.sync((entries) => entries.map((one) => ({ ...one, status: 'expired' as const })))
    sync.grant(code)
    await sync.check()
  }
  expect([during[2], told()]).toEqual(['SAVE10,EXTRA5,', 'EXTRA5,SAVE10'])
})

it('does not take a refusal for a promise of the shop, and asks again', async () => {
  const { shop, sync, told } = open()
  sync.grant()
  shop.faults.push('refused')
  await sync.check()
  expect(told()).toBe('SAVE10,')
  expect(sync.errors.map(({ code }) => code)).toEqual(['REFUSED'])
  await sync.check()
  expect([told(), shop.kinds()]).toEqual(['SAVE10', ['visit', 'visit']])
})

it('tells nothing where no code is wanted', async () => {
  const { shop, sync } = open()
  const write = vi.spyOn(sync.browser.seen, 'write')
  await sync.check()
  expect(shop.requests).toEqual([])
  expect(write.mock.calls.flatMap(([change]) => Object.keys(change))).not.toContain('told')
})

it.each([
  ['once, and not on each change', true, ['visit']],
  ['nothing of a cart that does not say its codes', false, []],
])(
  'beside a cart, where only its memory can carry a code, is told %s',
  async (_, saysCodes, kinds) => {
    const shop = openShop({ saysCodes })
    shop.theme.addItem()
    const sync = openSync(shop.platform, undefined, { isBlind: () => true })
    sync.grant()
    for (let times = 0; times < 3; times++) await sync.check('items')
    expect(shop.kinds().filter((kind) => kind === 'visit')).toEqual(kinds)
    expect(sync.errors).toEqual([])
  },
)

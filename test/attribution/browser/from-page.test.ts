import { describe, expect, it } from 'vitest'
import { fromPage, SaleSourceError } from '../../../src/attribution/index.js'
import type { PageKeeper, PageOrder } from '../../../src/attribution/index.js'
import { NOON } from '../sale.js'

const order: PageOrder = { orderId: '1001', currency: 'EUR', amount: '90.00' }
const keeper: PageKeeper = {
  ref: { ref: 'amy', grantedAt: NOON - 5 },
  grants: [
    { code: 'AMY10', grantedAt: NOON - 4, status: 'applied' },
    { code: 'LATER', grantedAt: NOON - 3, status: 'waiting' },
  ],
}
const now = () => NOON

describe('fromPage()', () => {
  it('reads what the page says', () => {
    const said: PageOrder = {
      ...order,
      discount: 1_000,
      codes: ['AMY10'],
      ref: 'amy',
      country: 'DE',
      customer: 'c1',
      isNewCustomer: true,
      goal: 'first',
      lines: [{ id: '1', quantity: 1, amount: 9_000 }],
      at: 5,
    }
    expect(fromPage(said, { now })).toEqual({
      ...said,
      source: 'page',
      amount: 9_000,
      refAt: undefined,
      codeAt: undefined,
    })
  })

  it('has from the keeper who sent the shopper, the codes on the cart, and when both came', () => {
    expect(fromPage(order, { keeper, now })).toMatchObject({
      at: NOON,
      codes: ['AMY10'],
      codeAt: NOON - 4,
      ref: 'amy',
      refAt: NOON - 5,
      discount: 0,
    })
  })

  it('believes the page where it says otherwise', () => {
    const said = { ...order, codes: ['other', 'later'], ref: 'bob' }
    expect(fromPage(said, { keeper, now })).toMatchObject({
      codes: ['other', 'later'],
      codeAt: NOON - 3,
      ref: 'bob',
      refAt: undefined,
    })
    expect(fromPage({ ...order, codes: [] }, { keeper, now })).toMatchObject({
      codes: [],
      codeAt: undefined,
    })
  })

  it('lets nothing through that it was not asked for', () => {
    const chatty = { ...order, email: 'shopper@example.com' }
    expect(JSON.stringify(fromPage(chatty, { now }))).not.toContain('shopper')
  })

  it.each([
    [{ orderId: '' }, 'orderId'],
    [{ orderId: 7 as unknown as string }, 'orderId'],
    [{ currency: '' }, 'currency'],
    [{ currency: 'euro' }, 'amount'],
    [{ amount: 12.5 }, 'amount'],
    [{ amount: '12.345' }, 'amount'],
    [{ amount: -1 }, 'amount'],
    [{ discount: 'much' }, 'discount'],
  ])('refuses %o', (wrong, path) => {
    expect(() => fromPage({ ...order, ...wrong })).toThrow(SaleSourceError)
    expect(() => fromPage({ ...order, ...wrong })).toThrow(path)
  })
})

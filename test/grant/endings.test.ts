import { describe, expect, it } from 'vitest'

import { consumed, removed } from '../../src/grant/endings.js'
import { entry, NOON } from '../support/entry.js'

const a = entry({ code: 'A', status: 'applied', cart: 'c1' })
const b = entry({ code: 'B', status: 'waiting', cart: 'c1' })
const typed = entry({ code: 'save10', source: 'shopper', grantedAt: NOON + 5, status: 'removed' })
const statuses = (entries: readonly { code: string; status: string }[]) =>
  Object.fromEntries(entries.map(({ code, status }) => [code, status]))

describe('removed()', () => {
  it('ends the grant of that code, whatever its case, and no other', () => {
    const code = entry({ code: 'SAVE10', status: 'applied', cart: 'c1' })
    const after = removed(typed)([code, b])
    expect(statuses(after)).toEqual({ SAVE10: 'removed', B: 'waiting' })
    expect(after).toEqual([b, { ...code, status: 'removed' }])
  })

  it('remembers a code that was not one of ours', () => {
    expect(removed(typed)([a])).toEqual([a, typed])
  })
})

describe('consumed()', () => {
  it('ends the codes the order used, whatever their case', () => {
    const after = consumed({ orderId: '1001', codes: ['a', 'OTHER'] })([a, b])
    expect(after).toEqual([{ ...a, status: 'consumed', cart: undefined, order: '1001' }, b])
  })

  it('ends what the cart honoured where no codes are given', () => {
    expect(statuses(consumed({ orderId: '1001' })([a, b]))).toEqual({
      A: 'consumed',
      B: 'waiting',
    })
  })

  it('ends what waits for the next cart where the last one honoured it, and nothing that no cart did', () => {
    const kept = entry({ code: 'C', cart: 'c1' })
    const unused = entry({ code: 'D' })
    expect(statuses(consumed({ orderId: '1001' })([kept, unused]))).toEqual({
      C: 'consumed',
      D: 'held',
    })
  })

  it('ends all that had begun where no cart can be read', () => {
    const held = entry({ code: 'C' })
    const gone = entry({ code: 'D', status: 'removed' })
    expect(statuses(consumed({ orderId: '1001' }, [b, held, gone])([b, held, gone]))).toEqual({
      B: 'consumed',
      C: 'consumed',
      D: 'removed',
    })
  })

  it('ends nothing that starts later, unless the order names it', () => {
    expect(statuses(consumed({ orderId: '1001' }, [a])([a, b]))).toEqual({
      A: 'consumed',
      B: 'waiting',
    })
    expect(statuses(consumed({ orderId: '1001', codes: ['B'] }, [a])([a, b]))).toEqual({
      A: 'applied',
      B: 'consumed',
    })
  })

  it('ends nothing for an order that used nothing', () => {
    expect(consumed({ orderId: '1001', codes: [] })([a, b])).toEqual([a, b])
  })

  it('counts once for each order', () => {
    const once = consumed({ orderId: '1001', codes: ['A'] })([a, b])
    expect(consumed({ orderId: '1001' })(once)).toEqual(once)
    expect(consumed({ orderId: '1001', codes: ['B'] })(once)).toEqual(once)
    expect(statuses(consumed({ orderId: '1002' }, once)(once))).toEqual({
      A: 'consumed',
      B: 'consumed',
    })
  })
})

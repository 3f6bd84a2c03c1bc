// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import { discountStoreOf } from '../../src/react/discount-store.js'
import { createStubKeeper, grantOf } from './stub-keeper.js'

describe('discountStoreOf', () => {
  it('is one for each keeper', () => {
    const { keeper } = createStubKeeper()
    expect(discountStoreOf(keeper)).toBe(discountStoreOf(keeper))
    expect(discountStoreOf(createStubKeeper().keeper)).not.toBe(discountStoreOf(keeper))
  })

  it('tells each listener once for all that happens in one step, until it leaves', async () => {
    const { keeper, set, tell } = createStubKeeper()
    const store = discountStoreOf(keeper)
    const end = store.run()
    const heard: string[] = []
    const leave = store.subscribe(() => heard.push('one'))
    store.subscribe(() => heard.push('other'))
    set({ grants: [grantOf('A')] })
    const looks = vi.spyOn(keeper, 'grants', 'get')
    await Promise.all([tell('granted'), tell('applied')])
    expect(heard).toEqual(['one', 'other'])
    expect(looks).toHaveBeenCalledTimes(1)
    leave()
    set({ grants: [] })
    await tell('removed')
    expect(heard).toEqual(['one', 'other', 'other'])
    end()
    await Promise.resolve()
    set({ grants: [grantOf('B')] })
    await tell()
    expect(heard).toHaveLength(3)
  })

  it('asks a keeper nothing that nobody needs: it is made without a look', () => {
    const { calls, keeper, listeners } = createStubKeeper()
    const store = discountStoreOf(keeper)
    expect(store.read()).toBe(store.readFirst())
    expect([calls, listeners()]).toEqual([[], 0])
  })
})

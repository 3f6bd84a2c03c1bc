// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { DAY } from '../../src/names.js'
import { NOON } from '../support/entry.js'
import { openBrowserForEachTest, openPage, sleep, visit } from './open-page.js'

openBrowserForEachTest()

describe('keeper.grants and keeper.ref', () => {
  it('are there once it has started, from what the layers hold', async () => {
    const first = await visit({}, '/?discount=SAVE10&ref=anna')
    first.leave()
    const { keeper } = openPage()
    expect(keeper.grants).toEqual([])
    await keeper.start()
    expect(keeper.grants).toEqual(first.keeper.grants)
    expect(keeper.ref).toEqual({ ref: 'anna', grantedAt: NOON, expiresAt: NOON + 30 * DAY })
  })

  it('are frozen, and say no more than a grant says', async () => {
    const { keeper } = await visit({}, '/?discount=SAVE10&ref=anna')
    const [grant] = keeper.grants
    expect(Object.isFrozen(grant)).toBe(true)
    expect(Object.isFrozen(keeper.ref)).toBe(true)
    expect(Object.keys(grant ?? {}).sort()).toEqual([
      'code',
      'expiresAt',
      'grantedAt',
      'reason',
      'source',
      'startsAt',
      'status',
    ])
  })

  it('are empty and undefined where nobody was promised anything', () => {
    const { keeper } = openPage()
    expect(keeper.grants).toEqual([])
    expect(keeper.ref).toBeUndefined()
  })

  it('last for as many days as the option says', async () => {
    const first = await visit({ ttlDays: 7 }, '/?discount=SAVE10')
    first.leave()
    sleep(7 * DAY - 10_000)
    expect((await visit()).codes()).toEqual(['SAVE10'])
    sleep(10_000)
    expect((await visit()).codes()).toEqual([])
  })
})

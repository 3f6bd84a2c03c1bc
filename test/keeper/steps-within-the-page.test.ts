// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { DAY } from '../../src/names.js'
import { openBrowserForEachTest, settle, sleep, visit } from './open-page.js'

openBrowserForEachTest()

const STEPS = [
  ['a hash', '/?discount=SAVE10&ref=anna#reviews'],
  ['another path', '/products/x?discount=SAVE10&ref=anna'],
  ['another parameter', '/?size=4&discount=SAVE10&ref=anna'],
] as const

describe('a step within the page that keeps the parameters of the link', () => {
  it.each(STEPS)('does not bring back what the shopper removed: %s', async (_, to) => {
    const { codes, keeper, push } = await visit({}, '/?discount=SAVE10&ref=anna')
    await keeper.remove('SAVE10')
    sleep(1000)
    push(to)
    await settle()
    expect(codes()).toEqual([])
  })

  it.each(STEPS)('does not give the promise another date: %s', async (_, to) => {
    const { keeper, push } = await visit({}, '/?discount=SAVE10&ref=anna')
    const { grants, ref } = keeper
    sleep(DAY)
    push(to)
    await settle()
    expect(keeper.grants).toEqual(grants)
    expect(keeper.grants).toHaveLength(1)
    expect(keeper.ref).toEqual(ref)
  })

  it('still follows a link to another code', async () => {
    const { codes, push } = await visit({}, '/?discount=SAVE10')
    sleep(1000)
    push('/products/x?discount=EXTRA5')
    await settle()
    expect(codes()).toEqual(['EXTRA5'])
  })
})

// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { openBrowserForEachTest, openPage, settle, visit } from './open-page.js'

openBrowserForEachTest()

describe('keeper.on', () => {
  it('tells the same on the document, with the same frozen detail', async () => {
    const page = openPage({}, { url: '/?discount=SAVE10' })
    const heard: unknown[] = []
    page.document.addEventListener('discount-keeper:granted', (event) =>
      heard.push((event as CustomEvent).detail),
    )
    await page.keeper.start()
    expect(heard).toEqual([page.log[0]?.detail])
    expect(heard[0]).toBe(page.log[0]?.detail)
    expect(Object.isFrozen(heard[0])).toBe(true)
  })

  it('tells ready to those who come late, and at once', async () => {
    const { keeper } = await visit({}, '/?discount=SAVE10&ref=anna')
    const heard: unknown[] = []
    keeper.on('ready', (detail) => heard.push(detail))
    expect(heard).toMatchObject([{ grants: [{ code: 'SAVE10' }], ref: { ref: 'anna' } }])
  })

  it('tells ready also where there is nothing to keep', async () => {
    const { log } = await visit()
    expect(log).toEqual([{ name: 'ready', detail: { grants: [], ref: undefined } }])
  })

  it('stops telling when asked to', async () => {
    const { keeper } = await visit()
    let heard = 0
    const stop = keeper.on('granted', () => heard++)
    await keeper.apply('A1')
    stop()
    stop()
    await keeper.apply('B2')
    expect(heard).toBe(1)
  })

  it('goes on after a listener that throws, and reports it', async () => {
    const { errors, keeper, told } = openPage({}, { url: '/?discount=SAVE10' })
    const heard: string[] = []
    keeper.on('granted', () => {
      throw new Error('listener')
    })
    keeper.on('granted', ({ grant }) => heard.push(grant.code))
    keeper.on('error', () => {
      throw new Error('listener of errors')
    })
    await keeper.start()
    await settle()
    expect(heard).toEqual(['SAVE10'])
    expect(errors()).toEqual(['CALLBACK'])
    expect(told()).toContain('ready')
  })

  it('lets a listener call the keeper', async () => {
    const { codes, keeper } = openPage({ stacking: 'combine' }, { url: '/?discount=SAVE10' })
    const seen: number[] = []
    keeper.on('granted', ({ grant }) => {
      seen.push(keeper.grants.length)
      if (grant.code === 'SAVE10') void keeper.apply('OWN7')
    })
    await keeper.start()
    await settle()
    expect([...codes()].sort()).toEqual(['OWN7', 'SAVE10'])
    expect(seen).toEqual([1, 2])
  })
})

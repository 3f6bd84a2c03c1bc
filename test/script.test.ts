// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'

import { host } from './support/load-script.js'
import { errors, hear, load } from './support/script-page.js'

describe('the script', () => {
  it('makes window.DiscountKeeper a keeper that has begun', async () => {
    const ready = hear('ready')
    const keeper = await load()
    await keeper.start()
    expect(keeper.inspect()).toMatchObject({ platform: 'generic', version: '0.1.0' })
    expect(ready).toEqual([{ grants: [], ref: undefined }])
  })

  it('keeps the code of the page it is on', async () => {
    history.replaceState(undefined, '', '/?discount=SAVE10&ref=jane')
    const keeper = await load()
    await keeper.start()
    expect(keeper.grants.map(({ code }) => code)).toEqual(['SAVE10'])
    expect(keeper.ref?.ref).toBe('jane')
  })

  it('waits to be started where data-auto is false', async () => {
    history.replaceState(undefined, '', '/?discount=SAVE10')
    const ready = hear('ready')
    const keeper = await load({ 'data-auto': 'false' })
    expect(keeper.grants).toEqual([])
    expect(ready).toEqual([])
    await keeper.start()
    expect(keeper.grants.map(({ code }) => code)).toEqual(['SAVE10'])
    expect(ready).toHaveLength(1)
  })
})

describe('the script’s queue', () => {
  it('runs what was pushed before it came, in order, with the keeper', async () => {
    const order: unknown[] = []
    const first = (keeper: unknown) => order.push('first', keeper)
    host.DiscountKeeper = { q: [first, () => order.push('second')] }
    const keeper = await load()
    expect(order).toEqual(['first', keeper, 'second'])
  })

  it('runs what is pushed from then on at once', async () => {
    const { q } = await load()
    const run = vi.fn()
    q.push(run)
    expect(run.mock.calls).toEqual([[host.DiscountKeeper]])
  })

  it('goes on past a function that throws, and tells the error', async () => {
    const heard = hear('error')
    const after = vi.fn()
    const broken = () => {
      throw new TypeError('theirs')
    }
    host.DiscountKeeper = { q: [broken, after] }
    const { q } = await load()
    q.push(broken)
    expect(after).toHaveBeenCalledTimes(1)
    expect(errors(heard).map(({ code }) => code)).toEqual(['CALLBACK', 'CALLBACK'])
  })

  it('goes on past what is no function', async () => {
    const heard = hear('error')
    const after = vi.fn()
    host.DiscountKeeper = { q: [undefined, 'text', after] }
    await load()
    expect(after).toHaveBeenCalledTimes(1)
    expect(heard).toHaveLength(2)
  })

  it.each([[undefined], [{}], [7], ['text'], [{ push: 7 }]])(
    'is a queue of its own where the page left %j',
    async (q) => {
      host.DiscountKeeper = { q }
      const run = vi.fn()
      ;(await load()).q.push(run)
      expect(run).toHaveBeenCalledTimes(1)
    },
  )
})

describe('the script on the page twice', () => {
  it('leaves the first keeper, warns once and does everything once', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined)
    const granted = hear('granted')
    const ready = hear('ready')
    history.replaceState(undefined, '', '/?discount=SAVE10')
    const early = vi.fn()
    host.DiscountKeeper = { q: [early] }
    const first = await load()
    const second = await load({ 'data-ttl-days': 'wrong' })
    await first.start()
    expect(second).toBe(first)
    expect(warn).toHaveBeenCalledTimes(1)
    expect(early).toHaveBeenCalledTimes(1)
    expect(granted).toHaveLength(1)
    expect(ready).toHaveLength(1)
  })
})

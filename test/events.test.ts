// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'

import type { EventDetails, EventName } from '../src/events.js'
import { createEvents } from '../src/events.js'
import { entry } from './support/entry.js'

const detail = () => ({ grant: Object.freeze(entry()) })
const open = (debug = false) => createEvents(() => document, debug)
/** Collects what the document hears of an event, for the length of the test. */
const hear = (name: EventName) => {
  const heard: unknown[] = []
  document.addEventListener('discount-keeper:' + name, (event) =>
    heard.push((event as CustomEvent<unknown>).detail),
  )
  return heard
}

describe('createEvents()', () => {
  it('tells listeners and the document the same detail', () => {
    const { emit, on } = open()
    const heard = hear('applied')
    const listener = vi.fn()
    on('applied', listener)
    const told = detail()
    emit('applied', told)
    expect(listener.mock.calls).toEqual([[told]])
    expect(heard).toEqual([told])
    expect(heard[0]).toBe(told)
  })

  it('freezes each detail', () => {
    const { emit } = open()
    const heard = hear('granted')
    emit('granted', detail())
    expect(Object.isFrozen(heard[0])).toBe(true)
  })

  it('tells only those who asked for this event, in the order they asked', () => {
    const { emit, on } = open()
    const order: string[] = []
    on('waiting', () => order.push('first'))
    on('waiting', () => order.push('second'))
    on('rejected', () => order.push('other'))
    emit('waiting', detail())
    expect(order).toEqual(['first', 'second'])
  })

  it('tells nobody who stopped listening', () => {
    const { emit, on } = open()
    const [stays, goes] = [vi.fn(), vi.fn()]
    on('applied', stays)
    const stop = on('applied', goes)
    emit('applied', detail())
    stop()
    stop()
    emit('applied', detail())
    expect(stays).toHaveBeenCalledTimes(2)
    expect(goes).toHaveBeenCalledTimes(1)
  })

  it('tells ready to listeners added before and after', () => {
    const { emit, on } = open()
    const [early, late, other] = [vi.fn(), vi.fn(), vi.fn()]
    const told: EventDetails['ready'] = { grants: [], ref: undefined }
    on('ready', early)
    emit('ready', told)
    on('ready', late)
    emit('applied', detail())
    on('applied', other)
    expect(early.mock.calls).toEqual([[told]])
    expect(late.mock.calls).toEqual([[told]])
    expect(other).not.toHaveBeenCalled()
  })

  it('goes on past a listener that throws, and tells the error', () => {
    const { emit, on } = open()
    const heard = hear('error') as EventDetails['error'][]
    const after = vi.fn()
    const cause = new TypeError('listener')
    on('applied', () => {
      throw cause
    })
    on('applied', after)
    emit('applied', detail())
    expect(after).toHaveBeenCalledTimes(1)
    expect(heard.map(({ error }) => [error.code, error.cause])).toEqual([['CALLBACK', cause]])
    expect(heard[0]?.error.message).not.toContain('SAVE10')
  })

  it('lets an error listener that throws have had its say', () => {
    const { emit, on } = open()
    const after = vi.fn()
    const broken = vi.fn(() => {
      throw new TypeError('again')
    })
    on('error', broken)
    on('error', after)
    on('applied', () => {
      throw new TypeError('once')
    })
    emit('applied', detail())
    expect(broken).toHaveBeenCalledTimes(1)
    expect(after).toHaveBeenCalledTimes(1)
  })

  it('tells the error of a late ready listener that throws', () => {
    const { emit, on } = open()
    const heard = hear('error')
    emit('ready', { grants: [], ref: undefined })
    on('ready', () => {
      throw new TypeError('late')
    })
    expect(heard).toHaveLength(1)
  })

  it('tells listeners where there is no document', () => {
    const { emit, on } = createEvents(() => undefined, false)
    const listener = vi.fn()
    on('applied', listener)
    emit('applied', detail())
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('names events on the console only in debug, without the code', () => {
    const log = vi.spyOn(console, 'debug').mockReturnValue(undefined)
    open().emit('applied', detail())
    expect(log).not.toHaveBeenCalled()
    open(true).emit('applied', detail())
    expect(log.mock.calls).toEqual([['discount-keeper:applied']])
  })
})

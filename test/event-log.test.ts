import { describe, expect, it } from 'vitest'

import { DiscountKeeperError } from '../src/errors.js'
import { EVENT_NAMES, logEvents } from '../src/event-log.js'
import { createEvents } from '../src/events.js'
import type { Grant } from '../src/types.js'

const grant: Grant = {
  code: 'SAVE10',
  source: 'link',
  grantedAt: 1,
  expiresAt: 9,
  status: 'applied',
}

const open = (most?: number) => {
  let time = 0
  const { emit, on } = createEvents(() => undefined, false)
  return { emit, log: logEvents({ on, most, now: () => ++time }) }
}

describe('logEvents', () => {
  it('remembers what was told, and when, as plain data', () => {
    const { emit, log } = open()
    const ref = { ref: 'bob', grantedAt: 1, expiresAt: 2 }
    emit('applied', { grant })
    emit('expiring', { grant, expiresIn: 5 })
    emit('contested', { ref, previous: { ...ref, ref: 'amy' } })
    emit('error', { error: new DiscountKeeperError('OFFLINE', 'No answer', new Error('cause')) })
    expect(JSON.parse(JSON.stringify(log()))).toEqual([
      { at: 1, name: 'applied', grant },
      { at: 2, name: 'expiring', grant, expiresIn: 5 },
      { at: 3, name: 'contested', ref: 'bob', previous: 'amy' },
      { at: 4, name: 'error', error: { code: 'OFFLINE', message: 'No answer' } },
    ])
  })

  it('remembers the last ones only', () => {
    const { emit, log } = open(3)
    for (let count = 0; count < 5; count++) emit('granted', { grant })
    expect(log().map(({ at }) => at)).toEqual([3, 4, 5])
  })

  it('remembers fifty where nothing else is said', () => {
    const { emit, log } = open()
    for (let count = 0; count < 60; count++) emit('granted', { grant })
    expect(log()).toHaveLength(50)
  })

  it('hears every event there is', () => {
    const told: string[] = []
    logEvents({
      now: () => 0,
      on: (name) => {
        told.push(name)
        return () => undefined
      },
    })
    expect(told).toEqual(EVENT_NAMES)
    expect(told.join(' ')).toBe(
      'ready granted applied waiting rejected expiring expired removed consumed contested error',
    )
  })

  it('hands out copies', () => {
    const { emit, log } = open()
    log().push({ at: 0, name: 'ready' })
    emit('granted', { grant })
    expect(log().map(({ name }) => name)).toEqual(['granted'])
  })
})

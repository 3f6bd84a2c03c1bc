import { describe, expect, it, vi } from 'vitest'

import type { Tried } from '../../src/cart/candidates.js'
import type { TryCandidatesOptions } from '../../src/cart/try-candidates.js'
import { tryCandidates } from '../../src/cart/try-candidates.js'
import type { Cart } from '../../src/types.js'

const cartOf = (code: string, itemCount = 1): Cart => ({
  id: code,
  itemCount,
  attributes: {},
  discount: 0,
})
const KNOWN: Tried = { codes: ['A'], cart: cartOf('A') }

/** Tries the codes of a text one after the other, where nothing else is said. */
const open = async (plan: string, changes: Partial<TryCandidatesOptions> = {}) => {
  const left = plan.split('')
  const steps: string[] = []
  const options: TryCandidatesOptions = {
    known: [KNOWN],
    next: () => left.splice(0, 1).find(Boolean)?.split(''),
    best: () => ['A'],
    before: (_, to) => void steps.push(`before ${to.join()}`),
    write: (codes) => {
      steps.push(`write ${codes.join()}`)
      return Promise.resolve(cartOf(codes.join()))
    },
    pause: () => {
      steps.push('pause')
      return Promise.resolve(true)
    },
    isOvertaken: () => false,
    failed: () => void steps.push('failed'),
    ...changes,
  }
  const { cart, isOver, tried } = await tryCandidates(options)
  return { cart: cart?.id, isOver, steps, tried: tried.map(({ codes }) => codes.join('')).join('') }
}
const step = (code: string) => [`before ${code}`, 'pause', `write ${code}`]

describe('tryCandidates()', () => {
  it('comes back to the best, each write after its word and its pause', async () => {
    const { steps, ...trial } = await open('BC')
    expect(steps).toEqual([...step('B'), ...step('C'), ...step('A')])
    expect(trial).toEqual({ cart: 'A', isOver: true, tried: 'ABC' })
  })

  it('writes nothing where it is there, or nothing is to be tried', async () => {
    expect(await open('')).toEqual({ cart: 'A', isOver: true, steps: [], tried: 'A' })
    const { cart, steps } = await open('B', { best: () => ['B'] })
    expect({ cart, steps }).toEqual({ cart: 'B', steps: step('B') })
  })

  it('tries no more than five', async () => {
    const { isOver, steps, tried } = await open('BCDEFGHIJ')
    expect(steps.filter((one) => one.startsWith('write'))).toHaveLength(6)
    expect({ isOver, tried }).toEqual({ isOver: true, tried: 'ABCDEF' })
  })

  it('waits no more once it was stopped, and comes back', async () => {
    const pause = vi.fn(() => Promise.resolve(false))
    const { steps, ...trial } = await open('BC', { pause })
    expect(pause).toHaveBeenCalledOnce()
    expect(steps).toEqual(['before B'])
    expect(trial).toEqual({ cart: 'A', isOver: false, tried: 'A' })
    const far = await open('BC', { pause, best: () => ['Z'] })
    expect(pause).toHaveBeenCalledTimes(2)
    expect(far.steps).toEqual(['before B', 'before Z', 'write Z'])
  })

  it('says and writes nothing once somebody else was there', async () => {
    const { steps, ...trial } = await open('BC', { isOvertaken: () => true })
    expect(steps).toEqual(['before B', 'pause'])
    expect(trial).toEqual({ cart: undefined, isOver: false, tried: 'A' })
  })

  it('writes nothing more when the number of items changes', async () => {
    const write = vi.fn(() => Promise.resolve(cartOf('B', 2)))
    expect((await open('BC', { write })).cart).toBeUndefined()
    expect(write).toHaveBeenCalledOnce()
  })

  it('comes back after a failure, and knows nothing of what is on the cart till then', async () => {
    let isFirst = true
    const write = (codes: readonly string[]) => {
      if (!isFirst) return Promise.resolve(cartOf(codes.join()))
      isFirst = false
      return Promise.reject(new Error('out of order'))
    }
    const { steps, ...trial } = await open('BC', { write })
    expect(steps).toEqual(['before B', 'pause', 'failed', 'before ', 'pause'])
    expect(trial).toEqual({ cart: 'A', isOver: false, tried: 'A' })
  })

  it('tries nothing where it is unsure, and brings the best back although it may be there', async () => {
    for (const known of [[KNOWN], []]) {
      const { cart, isOver, steps } = await open('BC', { isUnsure: true, known })
      expect(steps).toEqual(['before ', 'pause', 'write A'])
      expect({ cart, isOver }).toEqual({ cart: 'A', isOver: false })
    }
  })

  it('begins with nothing known as well', async () => {
    expect(await open('', { known: [] })).toMatchObject({ cart: 'A', steps: step('A') })
  })
})

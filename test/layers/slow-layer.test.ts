import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Layer } from '../../src/layers/layer.js'
import { openLedger } from '../support/open-ledger.js'

const failing = (kept?: string): Layer => ({
  name: 'remote',
  durability: 'server',
  read: () => kept,
  write: () => Promise.reject(new Error('503')),
})

const nextTask = () => new Promise((resolve) => setTimeout(resolve))

describe('a layer that answers later that it could not keep the record', () => {
  const unhandled = vi.fn<(cause: unknown) => void>()
  beforeEach(() => void process.on('unhandledRejection', unhandled))
  afterEach(() => void process.off('unhandledRejection', unhandled))

  it('is reported once, and leaves no rejection to the page', async () => {
    unhandled.mockClear()
    const layer = failing()
    const { keeps, land, reports, sync } = openLedger({ layers: [layer] })
    land()
    await nextTask()
    sync()
    await nextTask()
    expect(reports).toEqual([{ code: 'LAYER', message: 'remote failed on cc_discount_code' }])
    expect(unhandled).not.toHaveBeenCalled()
    expect(keeps(layer)).toBe(false)
  })

  it.each([
    ['nothing', undefined],
    ['what was there before', 'OLD5'],
  ])('is said to be good for nothing while it holds %s', async (_, kept) => {
    const layer = failing(kept)
    const { keeps, land, sync } = openLedger({ layers: [layer] })
    sync()
    land()
    await nextTask()
    expect(keeps(layer)).toBe(false)
  })
})

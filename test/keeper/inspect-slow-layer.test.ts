// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import type { Layer } from '../../src/index.js'
import { openBrowserForEachTest, visit } from './open-page.js'

openBrowserForEachTest()

const remote = (kept?: string): Layer => ({
  name: 'remote',
  durability: 'server',
  read: () => kept,
  write: () => Promise.reject(new Error('503')),
})

describe('keeper.inspect with a layer whose writes fail later', () => {
  it.each([
    ['nothing', undefined],
    ['what was there before', 'OLD5'],
  ])('counts on no such layer while it holds %s', async (_, kept) => {
    const { errors, keeper } = await visit({ layers: [remote(kept)] }, '/?discount=SAVE10')
    const { durability, layers } = keeper.inspect()
    const rows = layers.filter(({ name }) => name === 'remote')
    expect(rows.map((row) => row.durability)).toEqual([undefined, undefined])
    expect(durability).toBe('memory')
    // each record tells of it once
    expect(new Set(errors())).toEqual(new Set(['LAYER']))
  })
})

import { describe, expect, it } from 'vitest'

import type { Layer } from '../../src/layers/layer.js'
import { localStorageLayer } from '../../src/layers/local-storage.js'
import { DAY, DISCOUNT_KEY as key } from '../../src/names.js'
import { NOON } from '../support/entry.js'
import { createPlace, openLedger } from '../support/open-ledger.js'
import { createStorage } from '../support/storage.js'

const thrower = (error: unknown) => () => {
  throw error
}
const quota = new DOMException('The quota has been exceeded.', 'QuotaExceededError')
const security = new DOMException('Access is denied for this document.', 'SecurityError')

const FAULTS: readonly (readonly [string, () => Storage])[] = [
  ['the getter of local storage throws', thrower(security)],
  ['reading throws', () => createStorage({ getItem: thrower(security) })],
  ['the quota is used up', () => createStorage({ setItem: thrower(quota) })],
  ['writing is refused', () => createStorage({ setItem: thrower(security) })],
  ['writing throws what is no error', () => createStorage({ setItem: thrower('SAVE10') })],
  [
    'everything throws',
    () =>
      createStorage({
        getItem: thrower(security),
        setItem: thrower(security),
        removeItem: thrower(security),
      }),
  ],
]

describe('createLedger() where a layer fails', () => {
  it.each(FAULTS)('goes on in the other layers: %s', (_, storage) => {
    const sound = createPlace('sound')
    const { codes, keeps, land, sync } = openLedger({
      layers: [localStorageLayer(storage), sound.layer],
    })
    sync()
    land()
    sync()
    expect(codes()).toEqual(['SAVE10'])
    expect(sound.texts.get(key)).toContain('SAVE10')
    expect(keeps(sound.layer)).toBe(true)
  })

  it.each(FAULTS)('reports it once, without the code: %s', (_, storage) => {
    const { land, mark, reports, sync } = openLedger({ layers: [localStorageLayer(storage)] })
    land()
    sync()
    mark('SAVE10', { status: 'applied' })
    sync()
    expect(reports).toEqual([
      { code: 'LAYER', message: 'local-storage failed on cc_discount_code' },
    ])
  })

  it.each(FAULTS.filter(([name]) => name !== 'reading throws'))(
    'does not say that the layer keeps the grant: %s',
    (_, storage) => {
      const layer = localStorageLayer(storage)
      const { keeps, land, sync } = openLedger({ layers: [layer] })
      land()
      sync()
      expect(keeps(layer)).toBe(false)
    },
  )

  it('keeps the grant in memory where every layer fails', () => {
    const broken = localStorageLayer(thrower(security))
    const { codes, land, mark, sync, told } = openLedger({ layers: [broken] })
    land()
    mark('SAVE10', { status: 'applied' })
    sync()
    expect(codes()).toEqual(['SAVE10'])
    expect(told).toEqual(['SAVE10 held', 'SAVE10 applied'])
  })

  it('keeps the grant in memory where there is no layer', () => {
    const { codes, land, sync } = openLedger({ layers: [] })
    land()
    sync()
    expect(codes()).toEqual(['SAVE10'])
  })

  it('writes to a layer again as soon as it works', () => {
    let isFull = true
    const items = new Map<string, string>()
    const filling = createStorage({
      getItem: (name) => items.get(name) ?? null,
      setItem: (name, value) => {
        if (isFull) throw quota
        items.set(name, value)
      },
    })
    const layer = localStorageLayer(() => filling)
    const { keeps, land, sync } = openLedger({ layers: [layer] })
    land()
    isFull = false
    sync()
    expect(keeps(layer)).toBe(true)
    expect(items.get(key)).toContain('SAVE10')
  })

  it.each([[7], [true], [{}], [['SAVE10']], [null], [() => 'SAVE10']])(
    'takes an answer that is no text, %s, for nothing',
    (answer) => {
      const layer = { ...createPlace().layer, read: () => answer as unknown as string }
      const { codes, land, sync } = openLedger({ layers: [layer] })
      sync()
      expect(codes()).toEqual([])
      land()
      expect(codes()).toEqual(['SAVE10'])
    },
  )

  it('reports a layer that cannot be read once, though nothing is held', () => {
    const { reports, sync } = openLedger({ layers: [localStorageLayer(thrower(security))] })
    sync()
    sync()
    sync()
    expect(reports).toHaveLength(1)
  })

  it('tells once that a grant is over, though its layer cannot be cleared', () => {
    const texts = new Map<string, string>()
    const { layer } = createPlace('place', texts)
    openLedger({ layers: [layer] }).land()
    const now = () => NOON + 31 * DAY
    const { codes, sync, told } = openLedger({
      layers: [{ ...layer, write: () => false }],
      now,
    })
    sync()
    sync()
    sync()
    expect(told).toEqual(['SAVE10 expired'])
    expect(codes()).toEqual([])
  })

  it('believes a layer that says it did not keep the record', () => {
    const layer: Layer = {
      name: 'silent',
      durability: 'browser',
      read: () => undefined,
      write: () => false,
    }
    const { keeps, land } = openLedger({ layers: [layer] })
    land()
    expect(keeps(layer)).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'

import { storageManifest } from '../../src/consent/index.js'
import * as index from '../../src/index.js'
import * as names from '../../src/names.js'

const isKey = ([name]: readonly [string, unknown]): boolean => /_(KEY|ATTRIBUTE)$/.test(name)

describe('storageManifest', () => {
  it('lists every key that has a name here', () => {
    const keys = Object.entries(names)
      .filter(isKey)
      .map(([, key]) => key)
    expect(keys.length).toBeGreaterThan(0)
    expect(new Set(storageManifest.map(({ name }) => name))).toEqual(new Set(keys))
  })

  it('lists each place of a key once', () => {
    const places = storageManifest.map(({ name, place }) => `${place} ${name}`)
    expect(new Set(places).size).toBe(places.length)
  })

  it('puts nothing of the affiliate under the consent for the discount', () => {
    for (const { name, purpose } of storageManifest)
      expect(purpose, name).toBe(/(ref|ref_keeper|told)$/.test(name) ? 'attribution' : 'discount')
  })

  it('is the one that the core exports', () => {
    expect(index.storageManifest).toBe(storageManifest)
  })
})

// @vitest-environment jsdom
import Cookies from 'js-cookie'
import { afterEach, describe, expect, it } from 'vitest'

import { cartAttributesLayer } from '../../src/layers/cart-attributes.js'
import { cookieLayer } from '../../src/layers/cookie.js'
import type { Layer } from '../../src/layers/layer.js'
import { localStorageLayer } from '../../src/layers/local-storage.js'
import { createLayers } from '../../src/layers/table.js'
import { DISCOUNT_KEY } from '../../src/names.js'
import { createBrowserJar } from '../support/cookie-jar.js'
import { createStorage } from '../support/storage.js'
import { conformsToLayer } from './conformance.js'

afterEach(() => {
  localStorage.clear()
  for (const name of Object.keys(Cookies.get())) Cookies.remove(name)
})

const onStorage = (storage: Storage, layer: Layer) => ({
  layer,
  read: (key: string) => storage.getItem(key),
  write: (key: string, text: string) => storage.setItem(key, text),
})

describe('localStorageLayer() on the page', () => {
  conformsToLayer(() => onStorage(localStorage, localStorageLayer()))
})

describe('localStorageLayer() on a storage of its own', () => {
  const storage = createStorage()
  conformsToLayer(() => {
    storage.clear()
    return onStorage(
      storage,
      localStorageLayer(() => storage),
    )
  })
})

describe('localStorageLayer()', () => {
  it('leaves no key behind when it forgets', () => {
    const storage = createStorage()
    const layer = localStorageLayer(() => storage)
    const record = { key: DISCOUNT_KEY, codes: ['A'], expiresAt: 1 }
    void layer.write({ ...record, text: 'A' })
    expect(storage.length).toBe(1)
    void layer.write({ ...record, text: '' })
    expect(storage.length).toBe(0)
  })
})

describe('cookieLayer() on the page', () => {
  conformsToLayer(() => ({
    layer: cookieLayer(),
    read: (key) => Cookies.get(key),
    write: (key, text) => void Cookies.set(key, text),
  }))
})

describe('cookieLayer() on a jar of its own', () => {
  conformsToLayer(() => {
    const { hostname, jar } = createBrowserJar({ now: Date.now })
    return { layer: cookieLayer(jar, hostname), read: jar.get, write: jar.set }
  })
})

describe('cartAttributesLayer()', () => {
  const nameOf = (key: string) => (key === DISCOUNT_KEY ? 'cc-discount-code' : key)

  conformsToLayer(() => {
    const cart: Record<string, string> = {}
    const layer = cartAttributesLayer()
    return {
      layer,
      read: (key) => cart[nameOf(key)],
      write: (key, text) => {
        cart[nameOf(key)] = text
        layer.found(cart)
      },
      settle: () => layer.found(Object.assign(cart, layer.wanted)),
      shows: ({ codes }) => codes.join(),
    }
  })
})

describe('a layer of the merchant’s own', () => {
  conformsToLayer(() => {
    const texts = new Map<string, string>()
    const layer: Layer = {
      name: 'window-name',
      durability: 'session',
      read: (key) => texts.get(key),
      write: ({ key, text }) => void texts.set(key, text),
    }
    return { layer, read: layer.read, write: (key, text) => void texts.set(key, text) }
  })
})

describe('createLayers()', () => {
  const attributes = cartAttributesLayer()
  const own: Layer = { name: 'own', durability: 'session', read: () => '', write: () => undefined }

  it('gives the built-in layers by name and others as they are, in the order asked for', () => {
    const layers = createLayers(['cookie', own, 'local-storage', 'cart-attributes'], attributes)
    expect(layers.map(({ name }) => name)).toEqual([
      'cookie',
      'own',
      'local-storage',
      'cart-attributes',
    ])
    expect(layers[1]).toBe(own)
    expect(layers[3]).toBe(attributes)
  })

  it('gives none where none is asked for', () => {
    expect(createLayers([], attributes)).toEqual([])
  })
})

import { wrongOption } from '../check-options.js'
import { cookieLayer } from './cookie.js'
import type { Layer } from './layer.js'
import { localStorageLayer } from './local-storage.js'

const isLayer = (value: unknown): value is Layer =>
  typeof value === 'object' && value !== null && 'write' in value

/** One row a layer that keeps grants: built-in ones by name, others as they are given. */
export const createLayers = (
  chosen: readonly unknown[],
  cartAttributes: Layer,
): readonly Layer[] => {
  const rows = [cartAttributes, localStorageLayer(), cookieLayer()]
  return chosen.map((layer) => {
    const found = isLayer(layer) ? layer : rows.find(({ name }) => name === layer)
    if (!found) throw wrongOption('layers', rows.map(({ name }) => name).join(' or '), layer)
    return found
  })
}

import { cookieLayer } from './cookie.js'
import type { Layer } from './layer.js'
import { localStorageLayer } from './local-storage.js'

const isLayer = (value: unknown): value is Layer =>
  typeof value === 'object' && value !== null && 'write' in value

/** One row a layer that keeps grants: built-in ones by name, others as they are given. */
export const createLayers = (
  chosen: readonly unknown[],
  cartAttributes: Layer,
  cookie: Layer = cookieLayer(),
): readonly Layer[] => {
  const rows = [cartAttributes, localStorageLayer(), cookie]
  return chosen.flatMap((layer) =>
    isLayer(layer) ? layer : rows.filter(({ name }) => name === layer),
  )
}

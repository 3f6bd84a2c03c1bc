import { wrongOption } from '../check-options.js'
import { cookieLayer } from './cookie.js'
import type { Layer } from './layer.js'
import { localStorageLayer } from './local-storage.js'

/** One row a layer that keeps grants: built-in ones by name, others as they are given. */
export const createLayers = (
  chosen: readonly (string | Layer)[],
  cartAttributes: Layer,
): readonly Layer[] => {
  const rows = [cartAttributes, localStorageLayer(), cookieLayer()]
  return chosen.map((layer) => {
    const found = typeof layer === 'string' ? rows.find(({ name }) => name === layer) : layer
    if (!found) throw wrongOption('layers', rows.map(({ name }) => name).join(' or '), layer)
    return found
  })
}

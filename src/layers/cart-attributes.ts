import { DISCOUNT_ATTRIBUTE, REF_ATTRIBUTE, REF_KEY } from '../names.js'
import type { Cart } from '../types.js'
import type { Layer } from './layer.js'

type Attributes = Cart['attributes']

/** The cart's attributes between two requests. */
export interface CartAttributes extends Layer {
  /** As the next write should leave them; `''` where there should be none. */
  readonly wanted: Attributes
  /** Takes them as just read. */
  readonly found: (attributes: Attributes) => void
}

const nameOf = (key: string): string => (key === REF_KEY ? REF_ATTRIBUTE : DISCOUNT_ATTRIBUTE)

/** What the order will carry. Holds codes and ref in plain text, since merchants read them there. */
export const cartAttributesLayer = (): CartAttributes => {
  const wanted: Record<string, string> = {}
  let held: Attributes = {}
  return {
    name: 'cart-attributes',
    durability: 'server',
    wanted,
    found: (attributes) => {
      held = attributes
    },
    read: (key) => held[nameOf(key)],
    write: ({ key, codes }) => {
      const name = nameOf(key)
      // of two refs that met, the newer counts
      wanted[name] = codes.slice(key === REF_KEY ? -1 : 0).join()
      return wanted[name] === (held[name] ?? '')
    },
  }
}

import { DISCOUNT_ATTRIBUTE, DISCOUNT_KEY, REF_ATTRIBUTE } from '../names.js'
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

const nameOf = (key: string): string => (key === DISCOUNT_KEY ? DISCOUNT_ATTRIBUTE : REF_ATTRIBUTE)

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
      wanted[name] = codes.join(',')
      return wanted[name] === (held[name] ?? '')
    },
  }
}

import type { Core } from '../core.js'
import type { Cart, Platform } from '../types.js'

export interface ChangeOptions {
  readonly core: Pick<Core, 'allowed' | 'alone' | 'redraw' | 'seen'>
  readonly platform: Pick<Platform, 'read' | 'write'>
}

/** A cart before and after it was written to; the same one twice where there was nothing to write. */
export type Carts = readonly [before: Cart, after: Cart]

/**
 * Reads the cart, writes the attributes that `make` wants of it, and has it read again by whoever looks after it next. Undefined
 * where no cart has anything in it, where carts cannot be written to, and until somebody has answered for the discount.
 */
export type ChangeAttributes = (
  make: (before: Cart) => Cart['attributes'],
) => Promise<Carts | undefined>

export const createChangeAttributes =
  ({ core, platform }: ChangeOptions): ChangeAttributes =>
  async (make) => {
    const { allowed, alone, redraw, seen } = core
    let carts: Carts | undefined
    await alone(async () => {
      if (allowed('discount') === undefined) return
      const before = await platform.read?.()
      if (!before?.itemCount) return seen.due('items')
      const attributes = make(before)
      const isDue = Object.keys(attributes).length > 0
      const after = isDue ? await platform.write?.({ attributes }) : before
      if (!after) return
      carts = [before, after]
      if (isDue) seen.due('items')
      if (after.discount !== before.discount) redraw.refresh(after)
    })
    return carts
  }

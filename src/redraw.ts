import type { Cart, Platform } from './types.js'

/** The theme's own cart UI, which may be told to stay as it is for a moment. */
export interface Redraw {
  readonly refresh: (cart: Cart) => void
  /** From now on nothing is drawn, until the answered function is called: what was left out is drawn then. */
  readonly hold: () => () => void
}

/** Draws at once, except while it is held: a control that is about to be pressed must not be taken out of the page. */
export const createRedraw = ({ refresh }: Pick<Platform, 'refresh'>): Redraw => {
  let isHeld = false
  let left: Cart | undefined
  return {
    refresh: (cart) => {
      if (isHeld) left = cart
      else refresh?.(cart)
    },
    hold: () => {
      isHeld = true
      return () => {
        const cart = left
        isHeld = false
        left = undefined
        if (cart) refresh?.(cart)
      }
    },
  }
}

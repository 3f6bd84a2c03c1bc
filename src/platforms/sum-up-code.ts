import type { CartCode } from '../types.js'

/** One thing that a code does to a cart. */
export interface Effect {
  /** Taken off, in minor units; NaN where the shop does not say. */
  readonly amount: number
  /** 10 where it is ten per cent off every item, entitled or not. */
  readonly percentage: number | undefined
}

/** What the effects of one code come to; a percentage only where all of them are the same one. */
export const sumUpCode = (effects: readonly Effect[]): Pick<CartCode, 'saved' | 'percentage'> => {
  const saved = effects.reduce((sum, { amount }) => sum + amount, 0)
  const [percentage = 0, ...others] = new Set(effects.map((effect) => effect.percentage))
  const isWhole = percentage > 0 && percentage <= 100 && !others.length
  return { ...(saved > 0 && { saved }), ...(isWhole && { percentage }) }
}

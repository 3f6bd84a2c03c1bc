import type { CartSignal } from '../../types.js'
import type { WooWindow } from './woo-window.js'
import { BLOCKS_CART, BLOCKS_EVENT } from './woo-window.js'

/** Milliseconds around a batch in which the blocks say that it was about items. */
const BEFORE = 1000
const AFTER = 100

export interface WatchBatchesOptions {
  readonly view: WooWindow
  readonly changed: (signal: CartSignal) => void
  readonly stop: AbortSignal
}

/**
 * Tells what a batch that was just sent may have changed. Blocks send items and codes in batches alike, and a code that is
 * gone was taken off by the shopper in the one case, by the shop in the other; where nobody says which, it was codes.
 */
export const watchBatches = ({ changed, stop, view }: WatchBatchesOptions): (() => void) => {
  const blocks = view.wp?.data
  const cart = () => blocks?.select?.(BLOCKS_CART)
  const isBusy = (): boolean => !!(cart()?.isApplyingCoupon?.() || cart()?.isRemovingCoupon?.())
  let wasBusy = false
  let told = -Infinity

  const leave = blocks?.subscribe?.(() => {
    wasBusy ||= isBusy()
  })
  if (leave) stop.addEventListener('abort', leave)
  view.addEventListener(
    BLOCKS_EVENT,
    (event) => {
      // the other kind says it of codes, too
      if ('detail' in event && JSON.stringify(event.detail).includes('from_iAPI'))
        told = performance.now()
    },
    { signal: stop },
  )

  return () => {
    const sent = performance.now()
    if (leave && cart()?.isRemovingCoupon) {
      changed(wasBusy ? 'codes' : 'items')
      wasBusy = isBusy()
    } else
      setTimeout(() => {
        if (!stop.aborted) changed(told > sent - BEFORE ? 'items' : 'codes')
      }, AFTER)
  }
}

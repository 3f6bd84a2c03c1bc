import type { CartSignal } from '../../types.js'
import { watchRequests } from '../watch-requests.js'
import { watchBatches } from './watch-batches.js'
import type { WooWindow } from './woo-window.js'

const BATCH = /\/wc\/store(\/v1)?\/batch/
const CODES = /\/wc\/store(\/v1)?\/cart\/(apply-|remove-)?coupon|[?&]wc-ajax=(apply|remove)_c/
const ITEMS = /\/wc\/store(\/v1)?\/(checkout|cart\/\w)|[?&]wc-ajax=(add_|remove_|update_|checkout)/
/** Plain links and forms, which lead to another page. */
const LINK = /[?&](add-to-cart|remove_item|undo_item|remove_coupon)=/
const FIELDS = ['add-to-cart', 'update_cart', 'apply_coupon']

const BLOCK_EVENTS = ['wc-blocks_added_to_cart', 'wc-blocks_removed_from_cart']
/** Of jQuery: the classic cart was drawn anew, whatever request that took. */
const CLASSIC_EVENTS = 'updated_wc_div wc_cart_emptied'

export interface WatchWooOptions {
  readonly view: WooWindow
  /** URLs of our own writes that resource timing has not shown yet. */
  readonly own: string[]
  readonly changed: (signal: CartSignal) => void
  readonly stop: AbortSignal
  /** The app's own way of telling. */
  readonly app?: ((changed: (signal: CartSignal) => void) => () => void) | undefined
}

/** Tells of cart changes the storefront makes: by its requests, the pages it leaves for, and its own events. */
export const watchWoo = ({ app, changed, own, stop, view }: WatchWooOptions): void => {
  const { document, jQuery } = view
  const items = (): void => changed('items')

  // some of them do not bubble
  for (const name of BLOCK_EVENTS)
    document.addEventListener(name, items, { capture: true, signal: stop })
  jQuery?.(document.body).on(CLASSIC_EVENTS, items)
  const leave = app?.(changed)
  stop.addEventListener('abort', () => {
    jQuery?.(document.body).off(CLASSIC_EVENTS, items)
    leave?.()
  })

  document.addEventListener(
    'formdata',
    ({ formData }) => FIELDS.some((field) => formData.has(field)) && changed('leaving'),
    { signal: stop },
  )
  document.addEventListener(
    'click',
    ({ defaultPrevented, target }) => {
      const link = target instanceof view.Element && target.closest('a[href]')
      if (link && !defaultPrevented && LINK.test(link.getAttribute('href') ?? ''))
        changed('leaving')
    },
    { signal: stop },
  )

  const sentBatch = watchBatches({ view, changed, stop })
  const signalOf = (url: string): CartSignal | undefined => {
    if (BATCH.test(url)) sentBatch()
    return CODES.test(url) ? 'codes' : ITEMS.test(url) ? 'items' : undefined
  }
  watchRequests({ view, own, signalOf, changed, stop })
}

import { ajaxCart } from '../../src/platforms/shopify-theme/ajax-cart.js'
import type { CartSignal } from '../../src/types.js'
import { openTheme } from './theme-view.js'

/** A theme that is watched, and the signals it gave. */
export const watchTheme = (globals: Parameters<typeof openTheme>[0] = {}) => {
  const theme = openTheme(globals)
  const shop = ajaxCart(() => theme.view)
  const stopped = new AbortController()
  const signals: CartSignal[] = []
  shop.watch?.((signal) => signals.push(signal), stopped.signal)
  return { ...theme, shop, signals, stop: () => stopped.abort() }
}

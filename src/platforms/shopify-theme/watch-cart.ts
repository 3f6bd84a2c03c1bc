import type { CartSignal } from '../../types.js'
import { watchRequests } from '../watch-requests.js'
import { SOURCE } from './refresh-theme.js'
import type { ShopifyWindow } from './shopify-window.js'
import type { Seen } from './standard-action.js'

const EVENTS: Readonly<Record<string, CartSignal>> = {
  // standard storefront events, fired when the operation starts
  'shopify:cart:discount-update': 'codes',
  'shopify:cart:lines-update': 'items',
  // the whole list is set, ours may be gone; a note, or a change that failed, says nothing of a discount
  'shopify:cart:attributes-update': 'items',
  // Horizon 1 to 3
  'discount:update': 'codes',
  'cart:update': 'items',
}

interface CartEvent extends Event {
  readonly context?: unknown
  readonly discountCodes?: unknown
  readonly detail?: { readonly sourceId?: unknown } | undefined
  readonly promise?: Promise<unknown> | undefined
}

export interface WatchCartOptions {
  readonly view: ShopifyWindow
  /** URLs of our own writes that resource timing has not shown yet. */
  readonly own: string[]
  /** The theme did it, or announces it, for us. */
  readonly isOwn: (seen: Seen) => boolean
  readonly changed: (signal: CartSignal) => void
  readonly stop: AbortSignal
}

/** Tells of cart changes the theme makes: requests are seen by resource timing, plain forms and links as they leave. */
export const watchCart = ({ view, own, isOwn, changed, stop }: WatchCartOptions): void => {
  const { document } = view

  const onLeave = (path: string | null | undefined): void => {
    if (/\/cart(\/[a-z]|[?#]|$)/.test(path ?? '')) changed('leaving')
  }
  document.addEventListener(
    'formdata',
    ({ target }) => target instanceof view.Element && onLeave(target.getAttribute('action')),
    { signal: stop },
  )
  document.addEventListener(
    'click',
    ({ target }) =>
      target instanceof view.Element &&
      onLeave(target.closest('a[href*="/cart/"]')?.getAttribute('href')),
    { signal: stop },
  )

  for (const [name, signal] of Object.entries(EVENTS))
    document.addEventListener(
      name,
      (event: CartEvent) => {
        const { context, detail, promise } = event
        if ([context, detail?.sourceId].includes(SOURCE) || isOwn(event)) return
        const tell = (): void => changed(signal)
        if (signal === 'codes') changed('starting')
        Promise.resolve(promise).then(tell, tell)
      },
      { signal: stop },
    )

  const signalOf = (url: string): CartSignal | undefined => {
    const change = /\/cart\/(add|change|clear|update)\b/.exec(url)
    return change ? (change[1] === 'update' ? 'codes' : 'items') : undefined
  }
  watchRequests({ view, own, isOwn, signalOf, changed, stop })
}

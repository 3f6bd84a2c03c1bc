import type { DiscountKeeper } from './discount-keeper.js'
import { DiscountKeeperError } from './errors.js'
import { createDiscountKeeper } from './keeper.js'
import { EVENT_PREFIX } from './names.js'
import { OPTION_ROWS } from './check-options.js'
import { generic } from './platforms/generic.js'
import { shopifyTheme } from './platforms/shopify-theme.js'

type Callback = (keeper: DiscountKeeper) => void
interface Queue {
  readonly push: (callback: Callback) => unknown
  readonly [Symbol.iterator]?: () => Iterator<Callback>
}
type Host = Window & {
  /** Before this script ran, a queue; from then on the keeper. */
  DiscountKeeper?: (Partial<DiscountKeeper> & { readonly q?: Queue }) | undefined
  readonly Shopify?: object
}

const PLATFORMS = { 'shopify-theme': shopifyTheme, generic }

/** `data-ttl-days="30"` is the option `ttlDays`, `data-params-ref="via"` the option `params.ref`. */
const readData = (data: DOMStringMap): object => {
  const options: Record<string, unknown> = {}
  for (const row of Object.keys(OPTION_ROWS)) {
    const text = data[row.replace(/\.(.)/, (_, letter: string) => letter.toUpperCase())]
    if (text === undefined) continue
    const value = text || 'true'
    const [group = '', member] = row.split('.')
    options[group] = member ? { ...(options[group] as object), [member]: value } : value
  }
  return options
}

const report = ({ document }: Host, cause: unknown): void => {
  const error =
    cause instanceof DiscountKeeperError
      ? cause
      : new DiscountKeeperError('CALLBACK', 'A function in the queue threw', cause)
  document.dispatchEvent(new CustomEvent(EVENT_PREFIX + 'error', { detail: { error } }))
}

const run = (host: Host): void => {
  const data = (host.document.currentScript as HTMLScriptElement | null)?.dataset ?? {}
  const waiting = host.DiscountKeeper
  if (waiting?.start) {
    console.warn('discount-keeper is on this page twice; the first one stays')
    return
  }
  try {
    const name = data['platform'] ?? (host.Shopify ? 'shopify-theme' : 'generic')
    const platform = PLATFORMS[name as keyof typeof PLATFORMS]?.()
    const keeper = createDiscountKeeper({ ...readData(data), platform: platform ?? name })
    const push = (callback: Callback): void => {
      try {
        callback(keeper)
      } catch (cause) {
        report(host, cause)
      }
    }
    host.DiscountKeeper = Object.assign(keeper, { q: { push } })
    for (const callback of [...((waiting?.q ?? []) as Iterable<Callback>)]) push(callback)
    if (data['auto'] !== 'false') void keeper.start()
  } catch (cause) {
    report(host, cause)
  }
}

run(window)

import type { DiscountKeeper } from './discount-keeper.js'
import { DiscountKeeperError } from './errors.js'
import { createDiscountKeeper } from './keeper.js'
import { EVENT_PREFIX } from './names.js'
import { OPTION_ROWS } from './check-options.js'
import type { LazyPlatform, Platform } from './types.js'

type Callback = (keeper: DiscountKeeper) => void

/** Before this script ran, `DiscountKeeper` holds a queue; from then on it is the keeper. */
type Host = Window & {
  DiscountKeeper?: Partial<DiscountKeeper> & {
    readonly q?: { readonly push: (callback: Callback) => void }
  }
}

export interface ScriptOptions {
  /** The platforms that this script brings, by the names that `data-platform` gives them. */
  readonly platforms: ReadonlyMap<string, () => Platform | LazyPlatform>
  /** The name of the one that the page is on. */
  readonly found: () => string
}

/** JSON, or the text where it is none: the wrong option then says what came. */
const parsed = (text: string | undefined): unknown => {
  try {
    return text && JSON.parse(text)
  } catch {
    return text
  }
}

/** `data-ttl-days="30"` is the option `ttlDays`, `data-params-ref="via"` the option `params.ref`. */
const readData = (data: DOMStringMap, rows: object, group = ''): Record<string, unknown> => {
  const options: Record<string, unknown> = {}
  for (const [name, row] of Object.entries<unknown>({ ...rows })) {
    const text = data[(group && group + name[0]?.toUpperCase() + name.slice(1)) || name]
    const members = typeof row === 'object' && row ? readData(data, row, name) : {}
    // an attribute without a value is a switch that is on
    const value = text === '' ? 'true' : name === 'terms' ? parsed(text) : text
    if (Object.keys(members).length) options[name] = members
    else if (value !== undefined) options[name] = value
  }
  return options
}

const attempt = (action: () => void): void => {
  try {
    action()
  } catch (cause) {
    const error =
      cause instanceof DiscountKeeperError
        ? cause
        : new DiscountKeeperError('CALLBACK', 'A function in the queue threw', cause)
    // a merchant's mistake, told where a merchant looks
    if (error.code === 'OPTION') console.warn('discount-keeper: ' + error.message)
    document.dispatchEvent(new CustomEvent(EVENT_PREFIX + 'error', { detail: { error } }))
  }
}

const run = (host: Host, { found, platforms }: ScriptOptions): void => {
  const script = document.currentScript
  // copied: each look at an attribute that is not there takes its time
  const data = script instanceof HTMLScriptElement ? Object.assign({}, script.dataset) : {}
  const name = data['platform'] ?? found()
  const options: object = {
    ...readData(data, OPTION_ROWS),
    platform: platforms.get(name)?.() ?? name,
  }
  const keeper = createDiscountKeeper(options)
  const push = (callback: Callback): void => attempt(() => callback(keeper))
  const waiting = host.DiscountKeeper?.q
  host.DiscountKeeper = Object.assign(keeper, { q: { push } })
  if (Array.isArray(waiting)) for (const callback of waiting) push(callback)
  if (data['auto'] !== 'false') void keeper.start()
}

/** What a script tag does when it is run: `window.DiscountKeeper` becomes a keeper with the tag's options, and begins. */
export const startScript = (options: ScriptOptions): void => {
  const host: Host = window
  if (host.DiscountKeeper?.start) console.warn('discount-keeper is here twice; the first one stays')
  else attempt(() => run(host, options))
}

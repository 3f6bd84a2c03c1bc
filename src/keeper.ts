import { checkOptions, toList } from './check-options.js'
import type { DiscountKeeper } from './discount-keeper.js'
import { createEvents } from './events.js'
import { createGuard } from './guard.js'
import type { CreateKeeping } from './keeping.js'
import { hasLanding } from './landing/has-landing.js'
import { writeNote } from './landing/write-note.js'
import { watchUrl } from './landing/watch-url.js'
import { LAYERS, VERSION } from './names.js'
import type { DiscountKeeperOptions } from './options.js'
import { isOn, landingParams } from './options.js'
import type { View } from './page.js'
import { baseOf, isInspected, isPrerendering, isSeenAgain, watchPage } from './page.js'
import { generic } from './platforms/generic.js'
import { createRest } from './rest.js'
import { hasTraces } from './traces.js'

/** What a test or an unusual host puts in place of the browser's own. */
export interface Environment {
  readonly view?: View | undefined
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined
  /** Brings what keeps: asked for once there is something to keep. */
  readonly load?: (() => Promise<{ readonly createKeeping: CreateKeeping }>) | undefined
}

/**
 * The part that is on every page: it looks whether there is something to keep, and then brings the part that keeps. Throws
 * a `DiscountKeeperError` with code `OPTION` on a wrong option; nothing else it does ever throws into the page.
 */
export const createDiscountKeeper = (
  options: DiscountKeeperOptions = {},
  { load = () => import('./keeping.js'), now = () => Date.now(), view: given }: Environment = {},
): DiscountKeeper => {
  checkOptions(options)
  const { consent, debug, layers = LAYERS, platform = generic() } = options
  const view = (): View | undefined => given ?? globalThis.window
  const { emit, on } = createEvents(() => view()?.document, isOn(debug))
  const guard = createGuard((error) => emit('error', { error }))
  const params = landingParams(options)
  const kept = toList(layers)
  let stopped: AbortController | undefined
  let ready: Promise<void> | undefined
  let isReady = false

  const { drop, grant, isAsked, need, present } = createRest({
    options,
    platform,
    load,
    view,
    now,
    emit,
    on,
    life: () => stopped?.signal,
  })

  const isIdle = (): boolean => !!guard(() => platform.inert?.())()
  const note = guard((url: string): string => {
    const own = 'load' in platform ? undefined : platform.consent?.()
    const source = typeof consent === 'object' ? consent : own
    const isRefused = source?.discount && !source.discount()
    return isRefused || !kept.includes('local-storage')
      ? ''
      : writeNote(url, params.discount, now())
  })
  const arrive = guard(async (page: View, isStep?: boolean): Promise<void> => {
    const { href } = page.location
    if (isIdle() || !hasLanding(href, params)) return
    const isNew = isStep ?? !guard(isSeenAgain)(page)
    // kept in the same task: as a grant, or written down until it can be one
    await grant({ url: href, isNew, own: (!present() && isNew && note(href)) || '' })
  })
  /** Goes on only in the same life: the keeper may have been stopped meanwhile. */
  const after = async (done: Promise<unknown> | undefined): Promise<void> => {
    const life = stopped
    await done
    if (life && life === stopped) await present()?.act()
  }
  const look = async (): Promise<void> => {
    const isOwn = kept.some((layer) => typeof layer === 'object')
    const isLookedAt = isOn(debug) && isInspected(view())
    if (isAsked() || (!isIdle() && (isOwn || isLookedAt || hasTraces()))) await need()
  }

  const again = (): Promise<void> => present()?.act() ?? after(look())

  const begin = (page: View, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const life = {
        shown: () => {
          watchUrl(page, (isNew) => void after(arrive(page, isNew)), signal)
          void arrive(page)
        },
        idle: async () => {
          await look()
          if (!signal.aborted) {
            isReady = true
            emit('ready', { grants: keeper.grants, ref: keeper.ref })
          }
          resolve()
          if (!signal.aborted) void present()?.act()
        },
        changed: () => void (isReady && again()),
        returned: () => {
          if (present()) present()?.returned()
          else void again()
        },
      }
      signal.addEventListener('abort', () => resolve())
      watchPage(page, life, signal)
    })

  const keeper: DiscountKeeper = {
    on,
    start: () => {
      const page = view()
      if (!page) return Promise.resolve()
      if (ready && !isPrerendering(page)) void after(arrive(page, false))
      stopped ??= new AbortController()
      return (ready ??= begin(page, stopped.signal))
    },
    stop: () => {
      stopped?.abort()
      stopped = ready = undefined
      isReady = false
      drop()
      present()?.stop()
    },
    get grants() {
      return present()?.grants ?? []
    },
    get ref() {
      return present()?.ref
    },
    get notices() {
      return present()?.notices ?? []
    },
    price: (amount) => present()?.price(amount),
    apply: async (code) =>
      (await (await need())?.apply(code)) ?? { status: 'rejected', reason: 'UNKNOWN' },
    remove: async (code) => (await need())?.remove(code),
    consume: async (order) => (await need())?.consume(order),
    checkoutUrl: (url) => present()?.checkoutUrl(url) ?? url,
    link: (url = '') =>
      present()?.link(url || undefined) ?? guard(() => new URL(url, baseOf(view())).href)() ?? url,
    inspect: () =>
      present()?.inspect() ?? {
        version: VERSION,
        platform: platform.name,
        durability: 'memory',
        layers: [],
        grants: [],
        ref: undefined,
        cart: undefined,
        seen: {},
      },
  }
  return keeper
}

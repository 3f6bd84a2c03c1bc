import { checkOptions, toList } from './check-options.js'
import type { DiscountKeeper } from './discount-keeper.js'
import { DiscountKeeperError } from './errors.js'
import { createEvents } from './events.js'
import { createGuard } from './guard.js'
import type { CreateKeeping, Keeping } from './keeping.js'
import { hasLanding } from './landing/has-landing.js'
import { writeNote } from './landing/note.js'
import { watchUrl } from './landing/watch-url.js'
import { LAYERS, VERSION } from './names.js'
import type { DiscountKeeperOptions } from './options.js'
import { isOn, landingParams } from './options.js'
import type { View } from './page.js'
import { isInspected, isPrerendering, isSeenAgain, watchPage } from './page.js'
import { generic } from './platforms/generic.js'
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
  let keeping: Keeping | undefined
  let loading: Promise<void> | undefined
  let stopped: AbortController | undefined
  let ready: Promise<void> | undefined
  let isReady = false

  const bring = async (): Promise<void> => {
    try {
      const whole = 'load' in platform ? platform.load() : platform
      const [{ createKeeping }, shop] = await Promise.all([load(), whole])
      keeping = createKeeping({ options, platform: shop, view, now, emit, on })
    } catch (cause) {
      // the next call, or the next page, tries again
      loading = undefined
      const error = new DiscountKeeperError('OFFLINE', 'A part of this script did not load', cause)
      emit('error', { error })
    }
  }
  const present = (): Keeping | undefined => {
    if (stopped) keeping?.begin(stopped.signal)
    return keeping
  }
  const need = async (): Promise<Keeping | undefined> => {
    await (loading ??= bring())
    return present()
  }

  const isIdle = (): boolean => !!guard(() => platform.inert?.())()
  const note = guard((url: string): void => {
    const isRefused = typeof consent === 'object' && consent.discount && !consent.discount()
    if (!isRefused && kept.includes('local-storage')) writeNote(url, params.discount, now())
  })
  const arrive = guard(async ({ location: { href } }: View, isNew: boolean): Promise<void> => {
    if (!isIdle() && hasLanding(href, params)) {
      // kept in the same task: as a grant, or written down until it can be one
      if (!keeping) note(href)
      await (present() ?? (await need()))?.arrive(href, isNew)
    }
  })
  const goOn = async (page: View, isNew: boolean): Promise<void> => {
    await arrive(page, isNew)
    await keeping?.act()
  }
  const look = async (): Promise<void> => {
    const isOwn = kept.some((layer) => typeof layer === 'object')
    const isLookedAt = isOn(debug) && isInspected(view())
    if (loading || (!isIdle() && (isOwn || isLookedAt || hasTraces()))) await need()
  }

  const again = async (): Promise<void> => {
    if (!keeping) await look()
    await keeping?.act()
  }

  const begin = (page: View, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const life = {
        shown: () => {
          watchUrl(page, (isNew) => void goOn(page, isNew), signal)
          void arrive(page, !isSeenAgain(page))
        },
        idle: async () => {
          await look()
          if (!signal.aborted) {
            isReady = true
            emit('ready', { grants: keeper.grants, ref: keeper.ref })
          }
          resolve()
          if (!signal.aborted) void keeping?.act()
        },
        changed: () => void (isReady && again()),
        returned: () => {
          if (keeping) keeping.returned()
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
      if (ready && !isPrerendering(page)) void goOn(page, false)
      stopped ??= new AbortController()
      return (ready ??= begin(page, stopped.signal))
    },
    stop: () => {
      stopped?.abort()
      stopped = ready = undefined
      isReady = false
      keeping?.stop()
    },
    get grants() {
      return keeping?.grants ?? []
    },
    get ref() {
      return keeping?.ref
    },
    get notices() {
      return keeping?.notices ?? []
    },
    price: (amount) => keeping?.price(amount),
    apply: async (code) =>
      (await (await need())?.apply(code)) ?? { status: 'rejected', reason: 'UNKNOWN' },
    remove: async (code) => (await need())?.remove(code),
    consume: async (order) => (await need())?.consume(order),
    checkoutUrl: (url) => keeping?.checkoutUrl(url) ?? url,
    link: (url) => keeping?.link(url) ?? url ?? view()?.location.href ?? '',
    inspect: () =>
      keeping?.inspect() ?? {
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

import { createArrival } from './arrive.js'
import { startCarriers } from './checkout/carriers.js'
import type { Core } from './core.js'
import { DiscountKeeperError } from './errors.js'
import { isLive } from './grant/entry.js'
import { toGrant } from './holdings.js'
import { watchUrl } from './landing/watch-url.js'
import type { Settings } from './options.js'
import type { View } from './page.js'
import { isPrerendering, isSeenAgain, watchPage } from './page.js'

export interface JourneyOptions {
  readonly core: Core
  readonly settings: Settings
  readonly view: () => View | undefined
}

export interface Journey {
  readonly start: () => Promise<void>
  readonly stop: () => void
  /** Reads the layers, once; not on a prerendered page. */
  readonly load: () => void
  /** Brings the cart and the events up to date. */
  readonly act: () => Promise<void> | undefined
}

/** A page's life with the keeper: landing, looking after the cart while there is something to keep, leaving. */
export const createJourney = ({ core, settings, view }: JourneyOptions): Journey => {
  const {
    affiliate,
    door,
    emit,
    gate,
    guard,
    holdings,
    isInert,
    layers,
    pace,
    report,
    seen,
    syncLayers,
  } = core
  const { cleanUrl, consent, params, platform } = settings
  let isLoaded = false
  let isEngaged = false
  let isAsked = false
  let stopped: AbortController | undefined
  let ready: Promise<void> | undefined

  const load = (): void => {
    const page = view()
    if (isLoaded || !page || isPrerendering(page)) return
    isLoaded = true
    syncLayers()
  }

  const engage = (signal: AbortSignal): void => {
    isEngaged = true
    guard(() =>
      platform.watch?.((change) => {
        // the page may be left before the check is due
        seen.due(change)
        if (change !== 'leaving') pace.wake(change)
      }, signal),
    )()
  }

  // a page's consent source may turn up late
  const ask = guard((signal: AbortSignal): void => {
    const source = typeof consent === 'object' ? consent : platform.consent?.()
    if (!source || isAsked) return
    isAsked = true
    source.watch?.(() => void act(), signal)
  })

  const act = guard(async (): Promise<void> => {
    if (isInert()) return
    syncLayers()
    // grants of two tabs may have met
    await holdings.add([], 'found')
    if (stopped && holdings.all().length) holdings.tick()
    const isHeld = holdings.all().some((entry) => isLive(entry) || entry.cart)
    // what was once wanted of a cart may have to be taken back
    if (!isHeld && !affiliate.ref() && !seen.read().want) return
    if (stopped) ask(stopped.signal)
    if (stopped && !isEngaged) engage(stopped.signal)
    await pace.run()
  })

  const dropped = (value: string): void =>
    report(
      new DiscountKeeperError('INPUT', `A code or ref of ${value.length} characters was dropped`),
    )
  const look = guard(
    createArrival({ holdings, affiliate, layers, load, cleanUrl, params, gate, dropped }),
  )

  const goOn = async (page: View, isNew: boolean): Promise<void> => {
    await look(page, isNew)
    await act()
  }

  const begin = (page: View, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const { location } = page
      const life = {
        shown: () => {
          if (isInert()) return
          signal.addEventListener('abort', startCarriers(door, page))
          watchUrl(page, (isNew) => void goOn(page, isNew), signal)
          if (location.search || location.pathname.includes('/discount/'))
            void look(page, !isSeenAgain(page))
        },
        idle: () => {
          load()
          emit('ready', { grants: holdings.live().map(toGrant), ref: affiliate.ref() })
          resolve()
          if (!signal.aborted) void act()
        },
        changed: () => {
          if (isLoaded) void act()
        },
        returned: () => {
          if (isEngaged) pace.wake('codes')
        },
      }
      signal.addEventListener('abort', () => resolve())
      watchPage(page, life, signal)
    })

  return {
    act,
    load,
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
      isEngaged = isAsked = false
      holdings.stop()
      pace.stop()
    },
  }
}

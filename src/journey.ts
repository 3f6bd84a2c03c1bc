import { createArrival } from './arrive.js'
import { startCarriers } from './checkout/carriers.js'
import type { Core } from './core.js'
import { DiscountKeeperError } from './errors.js'
import { isLive } from './grant/entry.js'
import { takeNotes } from './landing/take-notes.js'
import { promisesOf } from './safe-code/promises-of.js'
import type { Settings } from './settings.js'
import type { View } from './page.js'
import { isPrerendering } from './page.js'

export interface JourneyOptions {
  readonly core: Core
  readonly settings: Settings
  readonly view: () => View | undefined
  /** What is kept is up to date, and so is the cart. Never throws. */
  readonly acted: () => void
}

/** A URL that may say something, as it was when it was looked at. */
export interface Arrival {
  readonly url: string
  /** False where it is only seen again, by reload or back. */
  readonly isNew: boolean
  /** The note that was written of it, if one was. */
  readonly own: string
}

/** A page's life with something to keep. */
export interface Journey {
  /** Stands at every way out until the signal aborts; called again, it changes nothing. */
  readonly begin: (signal: AbortSignal) => void
  /** Grants what the URL says, and what earlier ones said that nobody granted. */
  readonly arrive: (arrival: Arrival) => Promise<void>
  /** Brings the cart and the events up to date. */
  readonly act: () => Promise<void>
  /** The page came out of the back/forward cache: anything may have happened since. */
  readonly returned: () => void
  readonly stop: () => void
  /** Reads the layers, once; not on a prerendered page. */
  readonly load: (own?: string) => void
}

/** Landing, looking after the cart while there is something to keep, leaving. */
export const createJourney = ({ acted, core, settings, view }: JourneyOptions): Journey => {
  const { affiliate, door, gate, guard, holdings, isInert, layers, pace, report, seen } = core
  const { cleanUrl, consent, params, platform } = settings
  const isSafe = !!settings.safeCodes
  let isLoaded = false
  let isEngaged = false
  let isAsked = false
  let stopped: AbortSignal | undefined

  const load = (own?: string): void => {
    const page = view()
    if (isLoaded || !page || isPrerendering(page)) return
    isLoaded = true
    core.syncLayers()
    // left by pages that were gone before they could be granted
    for (const { at, codes } of isInert() ? [] : takeNotes(own)) {
      const admitted = codes.filter(gate)
      const said = isSafe ? promisesOf({ codes: admitted }) : admitted
      if (said.length) void guard(holdings.add)(said, 'link', Math.min(at, core.now()))
    }
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

  // what was once wanted of a cart may have to be taken back
  const isOwed = (): boolean => holdings.purged() || affiliate.purged() || !!seen.read().want
  const isNeeded = (): boolean =>
    holdings.all().some((entry) => isLive(entry) || entry.cart) || !!affiliate.ref() || isOwed()

  const attend = (signal: AbortSignal): void => {
    if (holdings.all().length) holdings.tick()
    // what earlier pages kept is not known before somebody answers
    if (isNeeded() || holdings.waits() || affiliate.waits()) ask(signal)
    if (isNeeded() && !isEngaged) engage(signal)
  }

  const act = async (): Promise<void> => {
    if (isInert()) return
    load()
    core.syncLayers()
    // grants of two tabs may have met
    const life = stopped
    await holdings.add([], 'found')
    // stopped meanwhile
    if (life !== stopped) return
    if (stopped) attend(stopped)
    if (isNeeded()) await pace.run()
    acted()
  }

  const dropped = (value: string): void =>
    report(
      new DiscountKeeperError('INPUT', `A code or ref of ${value.length} characters was dropped`),
    )
  const look = createArrival({
    holdings,
    affiliate,
    layers,
    load,
    checkoutPath: platform.checkoutPath,
    isSafe,
    cleanUrl,
    params,
    gate,
    dropped,
  })

  return {
    load,
    act: async () => guard(act)(),
    arrive: async ({ own, ...arrival }) => {
      const page = view()
      load(own)
      if (page) await guard(look)({ page, ...arrival })
    },
    begin: (signal) => {
      const page = view()
      if (stopped === signal || !page || isInert()) return
      stopped = signal
      signal.addEventListener('abort', startCarriers(door, page))
    },
    returned: () => {
      if (isEngaged) pace.wake('codes')
    },
    stop: () => {
      stopped = undefined
      isEngaged = isAsked = false
      holdings.stop()
      pace.stop()
    },
  }
}

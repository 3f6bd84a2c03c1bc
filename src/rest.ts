import { DiscountKeeperError } from './errors.js'
import type { Events } from './events.js'
import type { Arrival } from './journey.js'
import type { CreateKeeping, Keeping, KeepingOptions } from './keeping.js'
import { isPrerendering, whenShown } from './page.js'
import type { LazyPlatform, Platform } from './types.js'

export interface RestOptions extends Omit<KeepingOptions, 'platform'> {
  readonly platform: Platform | LazyPlatform
  readonly load: () => Promise<{ readonly createKeeping: CreateKeeping }>
  /** Of the keeper's present life; undefined while it is stopped. */
  readonly life: () => AbortSignal | undefined
  readonly emit: Events['emit']
}

/** The part that keeps, brought once. */
export interface Rest {
  /** Undefined until it was brought. */
  readonly present: () => Keeping | undefined
  /** Brings it; undefined where it could not be loaded. On a prerendered page it waits until that is shown. */
  readonly need: () => Promise<Keeping | undefined>
  readonly isAsked: () => boolean
  /** Has it grant what a URL says, at once where it is here. */
  readonly grant: (arrival: Arrival) => Promise<void>
  /** Forgets what nobody could grant. */
  readonly drop: () => void
}

export const createRest = ({ life, load, platform, ...options }: RestOptions): Rest => {
  const { emit, view } = options
  const pending: Arrival[] = []
  let keeping: Keeping | undefined
  let loading: Promise<void> | undefined
  let granted: Promise<unknown> | undefined

  const bring = async (): Promise<void> => {
    try {
      const whole = 'load' in platform ? platform.load() : platform
      const [{ createKeeping }, shop] = await Promise.all([load(), whole])
      keeping = createKeeping({ ...options, platform: shop })
    } catch (cause) {
      // the next call, or the next page, tries again
      loading = undefined
      const error = new DiscountKeeperError('OFFLINE', 'A part of this script did not load', cause)
      emit('error', { error })
    }
  }
  const hand = (): Keeping | undefined => {
    if (!keeping) return undefined
    const { arrive, begin } = keeping
    const signal = life()
    if (signal) begin(signal)
    const arrivals = pending.splice(0)
    if (arrivals.length) granted = Promise.all(arrivals.map(arrive))
    return keeping
  }
  const need = async (): Promise<Keeping | undefined> => {
    const page = view()
    if (page && isPrerendering(page)) await whenShown(page)
    await (loading ??= bring())
    return hand()
  }

  return {
    need,
    present: () => keeping,
    isAsked: () => !!loading,
    grant: async (arrival) => {
      pending.push(arrival)
      if (!hand()) await need()
      await granted
    },
    drop: () => {
      pending.length = 0
    },
  }
}

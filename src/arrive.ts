import type { Affiliate } from './affiliate.js'
import { find } from './grant/entry.js'
import type { Holdings } from './holdings.js'
import { readLanding } from './landing/read-landing.js'
import type { ReadLandingOptions } from './landing/read-landing.js'
import type { Layer } from './layers/layer.js'
import { withoutParams } from './query.js'

export interface ArrivalOptions extends ReadLandingOptions {
  readonly holdings: Holdings
  readonly affiliate: Affiliate
  readonly layers: readonly Layer[]
  /** Reads the layers, before anything is added to them. */
  readonly load: () => void
  /** Take our parameters out of the address bar, once they are kept. */
  readonly cleanUrl: boolean
}

export interface Arriving {
  readonly page: Window
  /** The page's when it was looked at: scripts may have changed it since. */
  readonly url: string
  /** False where it is only seen again, by reload or back. */
  readonly isNew: boolean
}

/** Resolves when what the URL says is granted. */
export type Arrive = (arriving: Arriving) => Promise<void>

/**
 * Turns the page's URL into grants, written in the same task. What is only seen again renews nothing that is known, nor
 * does a URL that says the same as before: a step within the page, such as to a hash.
 */
export const createArrival = (options: ArrivalOptions): Arrive => {
  const { affiliate, cleanUrl, holdings, layers, load, params } = options
  let said = ''

  const clean = ({ history, location }: Window): void => {
    const isKept = [holdings, affiliate].every(
      ({ all, keeps }) =>
        !all().length || layers.some((layer) => layer.durability === 'browser' && keeps(layer)),
    )
    const bare = withoutParams(location.href, [...params.discount, ...params.ref])
    if (isKept && bare !== location.href) history.replaceState(history.state, '', bare)
  }

  return async ({ isNew: isForward, page, url }) => {
    const { codes, ref } = readLanding(url, options)
    if (!codes.length && !ref) return
    load()
    const says = [ref, ...codes].join()
    const isNew = isForward && says !== said
    said = says
    const fresh = codes.filter((code) => isNew || !find(holdings.all(), code))
    if (ref && (isNew || !affiliate.ref())) affiliate.land(ref)
    const added = fresh.length ? holdings.add(fresh, 'link') : undefined
    if (cleanUrl) clean(page)
    await added
  }
}

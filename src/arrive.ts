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

/** Resolves when what the page's URL says is granted. `isNew` false: it is only seen again, by reload or back. */
export type Arrive = (view: Window, isNew: boolean) => Promise<void>

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

  return async (view, isForward) => {
    const { codes, ref } = readLanding(view.location.href, options)
    if (!codes.length && !ref) return
    load()
    const says = [ref, ...codes].join()
    const isNew = isForward && says !== said
    said = says
    const fresh = codes.filter((code) => isNew || !find(holdings.all(), code))
    if (ref && (isNew || !affiliate.ref())) affiliate.land(ref)
    const added = fresh.length ? holdings.add(fresh, 'link') : undefined
    if (cleanUrl) clean(view)
    await added
  }
}

import type { Affiliate } from './affiliate.js'
import { find } from './grant/entry.js'
import type { Holdings } from './holdings.js'
import { readLanding } from './landing/read-landing.js'
import type { ReadLandingOptions } from './landing/read-landing.js'
import type { Layer } from './layers/layer.js'
import { withoutParams } from './query.js'

export interface ArriveOptions extends ReadLandingOptions {
  readonly view: Window
  readonly holdings: Holdings
  readonly affiliate: Affiliate
  readonly layers: readonly Layer[]
  /** Take our parameters out of the address bar, once they are kept. */
  readonly cleanUrl: boolean
}

/**
 * Turns the page's URL into grants, written in the same task. A URL that is only seen again (`isNew` false: reload, back)
 * renews nothing that is known. Resolves to whether it named anything.
 */
export const arrive = async (isNew: boolean, options: ArriveOptions): Promise<boolean> => {
  const { affiliate, holdings, layers, params, view } = options
  const { history, location } = view
  const landing = readLanding(location.href, options)
  const codes = landing.codes.filter((code) => isNew || !find(holdings.all(), code))
  if (landing.ref && (isNew || !affiliate.ref())) affiliate.land(landing.ref)
  const added = codes.length && holdings.add(codes, 'link')
  if (options.cleanUrl) {
    const isKept = [holdings, affiliate].every(
      ({ all, keeps }) =>
        !all().length || layers.some((layer) => layer.durability === 'browser' && keeps(layer)),
    )
    const bare = withoutParams(location.href, [...params.discount, ...params.ref])
    if (isKept && bare !== location.href) history.replaceState(history.state, '', bare)
  }
  await added
  return codes.length > 0 || !!landing.ref
}

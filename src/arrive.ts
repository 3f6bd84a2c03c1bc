import type { Affiliate } from './affiliate.js'
import { isFollowed, whenSeen } from './followed.js'
import { find, findSame } from './grant/entry.js'
import type { Holdings, Said } from './holdings.js'
import { readLanding } from './landing/read-landing.js'
import type { ReadLandingOptions } from './landing/read-landing.js'
import type { Layer } from './layers/layer.js'
import { withoutParams } from './query.js'
import { promisesOf } from './safe-code/promises-of.js'
import type { Landing } from './types.js'

export interface ArrivalOptions extends ReadLandingOptions {
  readonly holdings: Holdings
  readonly affiliate: Affiliate
  readonly layers: readonly Layer[]
  /** Reads the layers, before anything is added to them. */
  readonly load: () => void
  /** Codes are made for each checkout: what a link says is a promise. */
  readonly isSafe: boolean
  /** What the shop's own checkout pages are called. */
  readonly checkoutPath: RegExp
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
  const { affiliate, checkoutPath, cleanUrl, holdings, isSafe, layers, load, params } = options
  let said = ''
  let isWayOut = false

  const clean = ({ history, location }: Window): void => {
    const isKept = [holdings, affiliate].every(
      ({ all, keeps }) =>
        !all().length ||
        layers.some(
          (layer) =>
            layer.name !== 'cart-attributes' &&
            /browser|server/.test(layer.durability) &&
            keeps(layer),
        ),
    )
    const bare = withoutParams(location.href, Object.values(params).flat())
    if (isKept && bare !== location.href) history.replaceState(history.state, '', bare)
  }

  const isKnown = (one: Said): boolean =>
    typeof one === 'string'
      ? !!find(holdings.all(), one)
      : !!findSame(holdings.all(), { code: '', promise: one })

  /** A way out of ours says it once more at the shop's own checkout: which cart honoured it is not forgotten. */
  const isOnCart = (one: Said): boolean =>
    isWayOut && typeof one === 'string' && !!find(holdings.live(), one)?.cart

  /** What nobody followed takes no other promise's place. */
  const isRivalled = (one: Said): boolean =>
    typeof one !== 'string' && holdings.live().some(({ promise }) => promise) && !isKnown(one)

  const take = async (landing: Landing, isNew: boolean, isChosen: boolean): Promise<void> => {
    const { codes } = landing
    const promised: readonly Said[] = isSafe ? promisesOf(landing) : codes
    const fresh = promised
      .filter((one) => isChosen || (isNew && !isOnCart(one)) || !isKnown(one))
      .filter((one) => isChosen || !isRivalled(one))
    if (fresh.length) await holdings.add(fresh, 'link')
  }

  return async ({ isNew: isForward, page, url }) => {
    const landing = readLanding(url, options)
    const { codes, ref, token = '' } = landing
    if (!codes.length && !ref && !(isSafe && token)) return
    load()
    isWayOut = checkoutPath.test(page.location.pathname)
    const says = [ref, token, ...codes].join()
    const isOther = says !== said
    const isNew = isForward && isOther
    said = says
    const heed = (): Promise<void> => {
      const isChosen = isNew && isFollowed(page, url)
      if (ref && (isOther || !affiliate.ref())) affiliate.land(ref, isNew, isChosen)
      return take(landing, isNew, isChosen)
    }
    const taken = heed()
    // a page that nobody looks at may be opened by anyone; once it is looked at, its link was followed
    if (isNew) whenSeen(page, () => void heed())
    if (cleanUrl) clean(page)
    await taken
  }
}

import type { Cart } from '../types.js'
import type { Tried } from './candidates.js'

/** Writes that one weighing may cost, besides the one that brings the cart back to what won. */
const MOST_TRIES = 5

export interface TryCandidatesOptions {
  /** What is known already, what the cart holds now last. */
  readonly known: readonly Tried[]
  /** The next list worth trying. */
  readonly next: (tried: readonly Tried[]) => readonly string[] | undefined
  /** Where the cart belongs by what is known. */
  readonly best: (tried: readonly Tried[]) => readonly string[]
  /** Told before each write, so that whoever comes after a page that was left in between knows where the cart belongs. */
  readonly before: (tried: readonly Tried[], to: readonly string[]) => void
  readonly write: (codes: readonly string[]) => Promise<Cart>
  /** Lets some time go by; false: nothing more is to be tried. */
  readonly pause: () => Promise<boolean>
  /** Someone else has changed the cart meanwhile, or it is another one: nothing of ours may be written any more. */
  readonly isOvertaken: (cart: Cart) => boolean
  /** Told what went wrong, and put right as far as one write can. */
  readonly failed: (error: unknown) => void
}

export interface Trial {
  readonly tried: readonly Tried[]
  /** The cart as it stands, on what costs least; undefined where that is for the next pass to see to. */
  readonly cart: Cart | undefined
  /** Nothing is left to try. */
  readonly isOver: boolean
}

/**
 * Tries code lists on the real cart, one write at a time, and ends on the best one. A failure ends it early, and one more
 * write brings back what is best by then; it rejects where that fails as well.
 */
export const tryCandidates = async (options: TryCandidatesOptions): Promise<Trial> => {
  const { before, best, failed, isOvertaken, next, pause, write } = options
  const tried = [...options.known]
  const now = (): Tried | undefined => tried[tried.length - 1]
  let isOver = false
  let isUnsure = false
  let isStopped = false

  const isOurs = (): boolean => {
    const [first] = tried
    const last = now()
    return (
      !!first && !!last && first.cart.itemCount === last.cart.itemCount && !isOvertaken(last.cart)
    )
  }

  for (let left = MOST_TRIES; left > 0; left--) {
    const codes = next(tried)
    isOver = !codes
    if (!codes) break
    before(tried, codes)
    isStopped = !(await pause())
    if (isStopped) break
    if (!isOurs()) return { tried, cart: undefined, isOver: false }
    try {
      tried.push({ codes, cart: await write(codes) })
    } catch (error) {
      isUnsure = true
      failed(error)
      break
    }
    isOver = left === 1
  }

  const codes = best(tried)
  if (!isUnsure && String(codes) === String(now()?.codes))
    return { tried, cart: now()?.cart, isOver }
  before(tried, codes)
  if (!isStopped) await pause()
  if (!isOurs()) return { tried, cart: undefined, isOver: false }
  return { tried, cart: await write(codes), isOver }
}

import type { Cart } from '../types.js'
import type { Tried } from './candidates.js'

/** Writes that one weighing may cost, besides the one that brings the cart back to what won. */
const MOST_TRIES = 5

export interface TryCandidatesOptions {
  /** What is known already, what the cart holds now last. */
  readonly known: readonly Tried[]
  /** The cart may hold something else: nothing is tried, what is best by now is brought back. */
  readonly isUnsure?: boolean | undefined
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
  readonly isOvertaken: () => boolean
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

type Step = 'tried' | 'over' | 'stopped' | 'failed' | 'overtaken'

/**
 * Tries code lists on the real cart, one write at a time, and ends on the best one. A failure ends it early, and one more
 * write brings back what is best by then; it rejects where that fails as well.
 */
export const tryCandidates = async (options: TryCandidatesOptions): Promise<Trial> => {
  const { before, best, failed, isOvertaken, isUnsure, known, next, pause, write } = options
  const tried = [...known]
  const last = (): Tried | undefined => tried[tried.length - 1]

  const isOurs = (): boolean =>
    known[0]?.cart.itemCount === last()?.cart.itemCount && !isOvertaken()

  const take = async (): Promise<Step> => {
    const codes = next(tried)
    if (!codes) return 'over'
    before(tried, codes)
    if (!(await pause())) return 'stopped'
    if (!isOurs()) return 'overtaken'
    try {
      tried.push({ codes, cart: await write(codes) })
      return 'tried'
    } catch (error) {
      failed(error)
      return 'failed'
    }
  }

  const comeBack = async (codes: readonly string[], step: Step): Promise<Cart | undefined> => {
    // after a failure nobody knows what is on the cart
    before(tried, step === 'failed' ? [] : codes)
    if (step !== 'stopped') await pause()
    return isOurs() ? write(codes) : undefined
  }

  let step: Step = isUnsure ? 'failed' : 'tried'
  for (let left = MOST_TRIES; left > 0 && step === 'tried'; left--) step = await take()
  const isOver = step === 'over' || step === 'tried'
  if (step === 'overtaken') return { tried, cart: undefined, isOver }
  const codes = best(tried)
  const isThere = step !== 'failed' && String(codes) === String(last()?.codes)
  return { tried, cart: isThere ? last()?.cart : await comeBack(codes, step), isOver }
}

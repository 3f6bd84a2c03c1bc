import type { Minter, MintOrder } from '../types.js'
import { MintError } from '../errors.js'

/** Milliseconds in which a shop that is well has answered everything a code needs, and a shopper has not given up. */
const PATIENCE = 8000

type Minted = 'minted' | 'taken'

/** What all minters may be told besides where their shop is. */
export interface MinterOptions {
  /** @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** How long the shop may take over one code, in milliseconds. @default 8000 */
  readonly patience?: number | undefined
  /** For how long what the shop said of a base discount is not asked again, in milliseconds: so late a change of it counts. @default 60000 */
  readonly memory?: number | undefined
  readonly now?: (() => number) | undefined
}

export interface MinterParts extends Pick<Minter, 'name' | 'longest'> {
  readonly patience?: number | undefined
  /** Does the work by requests that all end with the signal. */
  readonly make: (order: MintOrder, signal: AbortSignal) => Promise<Minted>
}

const within = async (
  patience: number,
  work: (signal: AbortSignal) => Promise<Minted>,
): Promise<Minted> => {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), patience)
  try {
    return await work(controller.signal)
  } finally {
    clearTimeout(timer)
  }
}

/**
 * A minter of what one shop needs done: no code that is empty or too long reaches the shop, asking for one code several times
 * at once asks the shop once, and whatever happens is over within the patience and rejects with nothing but a MintError.
 */
export const createMinter = ({ longest, make, name, patience = PATIENCE }: MinterParts): Minter => {
  const running = new Map<string, Promise<Minted>>()
  const start = async (order: MintOrder): Promise<Minted> => {
    try {
      return await within(patience, (signal) => make(order, signal))
    } catch (cause) {
      if (cause instanceof MintError) throw cause
      // what others throw may quote a request, and with it the access to the shop
      throw new MintError('UNAVAILABLE', 'The answer of the shop was not understood')
    } finally {
      running.delete(order.code)
    }
  }
  return {
    name,
    longest,
    mint: async (order) => {
      const { code } = order
      // an empty one would be a discount for everybody on some shops
      if (!code || code.length > longest)
        throw new MintError(
          'MISCONFIGURED',
          `A code has to have 1 to ${longest} characters, not ${code.length}`,
        )
      const before = running.get(code)
      if (before) return before.then(() => 'taken')
      const work = start(order)
      running.set(code, work)
      return work
    },
  }
}

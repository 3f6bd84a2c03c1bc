import type { SeenStore } from '../cart/seen.js'
import type { DiscountKeeperError } from '../errors.js'
import type { Entry } from '../grant/entry.js'
import type { Holdings } from '../holdings.js'
import type { SafeCodes } from '../settings.js'
import type { MadeAnswer } from './ask-endpoint.js'
import { AGAIN, askEndpoint } from './ask-endpoint.js'
import type { CartGrants } from './cart-grants.js'
import { checkoutOf, isUnmade, made, refused } from './lapsed.js'

/** Milliseconds that a refusal counts for. A deadline further off than any that is set comes from a clock that was wrong. */
const LATEST = 600_000

export interface MintingOptions {
  readonly safeCodes: SafeCodes
  /** Absolute. */
  readonly endpoint: () => string
  readonly holdings: Pick<Holdings, 'sync' | 'begun'>
  /** Takes what other tabs wrote, and drops codes of other checkouts. */
  readonly syncLayers: () => void
  readonly seen: SeenStore
  readonly grants: Pick<CartGrants, 'put'>
  readonly cartId: () => string
  readonly gate: (value: unknown) => string | undefined
  readonly now: () => number
  /** Something may be written here. */
  readonly isOpen: () => boolean
  /** Brings the cart up to date. */
  readonly act: () => Promise<void>
  readonly report: (error: DiscountKeeperError) => void
}

interface Failure {
  readonly error: DiscountKeeperError
  /** Milliseconds. */
  readonly wait: number
}

/** Has codes made, once for each promise and checkout. */
export interface Minting {
  /** Promises in force whose code is still to be made, and may be asked for now. */
  readonly due: () => readonly Entry[]
  /** Asks for what is due and puts it on the cart. Never rejects; called again meanwhile, it is the same. */
  readonly mint: () => Promise<void>
  /** The shopper goes now: what is left to be tried in place of a code is tried. */
  readonly giveUp: () => void
}

export const createMinting = (options: MintingOptions): Minting => {
  const { act, cartId, gate, grants, holdings, isOpen, now, report, safeCodes, seen, syncLayers } =
    options
  let pending: Promise<void> | undefined

  const isCooling = (): boolean => {
    const { unmade = 0 } = seen.read()
    return now() < unmade && unmade <= now() + LATEST
  }
  const due: Minting['due'] = () => {
    if (!isOpen() || isCooling()) return []
    syncLayers()
    return holdings.begun().filter(isUnmade)
  }

  /** The word as a code, until a code may be asked for again. */
  const fallBack = ({ promise, seed }: Entry, checkout: string, endsAt: number): void => {
    const { discount: code } = promise ?? {}
    if (code && safeCodes.fallback === 'base') holdings.sync(made(seed, { code, checkout, endsAt }))
  }

  const fail = (entry: Entry, checkout: string, { error, wait }: Failure): void => {
    const again = now() + wait
    seen.write({ unmade: again })
    fallBack(entry, checkout, again)
    report(error)
  }

  const keep = async (entry: Entry, checkout: string, answer: MadeAnswer): Promise<void> => {
    const { attributes, code, endsAt } = answer
    const error = attributes && (await grants.put(attributes, checkout))
    if (error && !code) return fail(entry, checkout, { error, wait: AGAIN })
    holdings.sync(made(entry.seed, { code, endsAt, checkout }))
    if (error) report(error)
  }

  const ask = async (entry: Entry): Promise<void> => {
    const { promise, seed } = entry
    const checkout = checkoutOf(entry, cartId())
    const answer = await askEndpoint(options.endpoint(), { checkout, ...promise }, gate)
    if (answer.kind === 'made') return keep(entry, checkout, answer)
    if (answer.kind === 'refused') return holdings.sync(refused(seed, now() + LATEST))
    fail(entry, checkout, answer)
  }

  const run = async (): Promise<void> => {
    await Promise.all(due().map(ask))
    pending = undefined
    await act()
  }

  return {
    due,
    mint: () => (pending ??= run()),
    giveUp: () => {
      for (const entry of due()) fallBack(entry, checkoutOf(entry, cartId()), now() + LATEST)
    },
  }
}

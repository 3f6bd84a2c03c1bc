import type { Cart, Grant } from '../types.js'

export interface Meeting {
  /** Grants in force, oldest first. */
  readonly held: readonly Grant[]
  /** Grants that arrive; empty when grants of two tabs meet. */
  readonly incoming: readonly Grant[]
  /** The cart as last read, if it was. */
  readonly cart?: Cart | undefined
}

/** Answers which of the grants stand. A code the shopper typed stands whatever the rule says. */
export type StackingRule = (meeting: Meeting) => readonly Grant[] | Promise<readonly Grant[]>

const all = ({ held, incoming }: Meeting): readonly Grant[] => [...held, ...incoming]

const grantedAt =
  (pick: (...times: number[]) => number) =>
  (meeting: Meeting): readonly Grant[] => {
    const grants = all(meeting).filter((grant) => grant.source !== 'shopper')
    const at = pick(...grants.map((grant) => grant.grantedAt))
    return grants.filter((grant) => grant.grantedAt === at)
  }

/** All codes of the newest link. */
export const newestLink: (meeting: Meeting) => readonly Grant[] = grantedAt(Math.max)

/** What a grant that lost to others is told. */
export const LOST = 'DISCOUNT_CODE_NOT_HONOURED'

/**
 * The built-in rules: all codes of the newest link, of the oldest link still in force, or of every link. By `best` and
 * `combine` every code stands until the cart has said which of them it takes together, and what that costs.
 */
export const stackingRules: Readonly<Record<'last' | 'first' | 'best' | 'combine', StackingRule>> =
  {
    last: newestLink,
    first: grantedAt(Math.min),
    best: (meeting) => all(meeting),
    combine: all,
  }

import { MintError } from '../../errors.js'
import type { Claim } from './promotion.js'

/** Two are the rule, one more for each process that comes in between. */
const ROUNDS = 8

export interface ClaimActions {
  readonly list: () => Promise<readonly Claim[]>
  readonly enable: (id: string) => Promise<unknown>
  readonly remove: (id: string) => Promise<unknown>
}

const byRank = (one: Claim, other: Claim): number =>
  Number(other.enabled) - Number(one.enabled) || (one.id < other.id ? -1 : 1)

/**
 * The id of the one promotion that has the code, once there is one and it works. Vendure lets promotions share a code, and an
 * order with that code then gets all of them: so they are made disabled, and every process that made one comes here, sees the
 * same ranks, and changes what it sees until nothing is left to change.
 */
export const settleClaims = async (
  actions: ClaimActions,
  rounds: number = ROUNDS,
): Promise<string> => {
  const { enable, list, remove } = actions
  const [first, ...others] = [...(await list())].sort(byRank)
  if (first?.enabled && !others.length) return first.id
  if (!first || !rounds)
    throw new MintError('UNAVAILABLE', 'Somebody else changes the code while it is made')
  for (const { id } of others) await remove(id)
  if (!first.enabled) await enable(first.id)
  return settleClaims(actions, rounds - 1)
}

import type { Entry } from './entry.js'
import { canonical, findSame } from './entry.js'

const older = (one: Entry, other: Entry): number =>
  one.grantedAt - other.grantedAt ||
  one.rev - other.rev ||
  (canonical(one) < canonical(other) ? -1 : 1)

/**
 * One list out of many, one entry a grant as `idOf` tells them apart: the newest grant, and of one grant the latest change. Commutative, associative
 * and idempotent, so the order in which layers and tabs are heard never matters. Oldest first.
 */
export const merge = (...lists: readonly (readonly Entry[])[]): readonly Entry[] =>
  lists
    .flat()
    .sort(older)
    .filter((entry, at, all) => !findSame(all.slice(at + 1), entry))

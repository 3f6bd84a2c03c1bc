import { allRows, coverPairs } from './cover-pairs.js'
import type { Row } from './factors.js'
import { FACTORS } from './factors.js'

const { exit, pace, ...three } = FACTORS

/** A shop that is fine is so to the end. */
const isSense = ({ network, until }: Row): boolean => network !== 'fine' || until === 'checkout'

/** Everything with everything; how the shopper walks takes turns. */
const product = (): readonly Row[] =>
  (allRows(three) as readonly Row[]).filter(isSense).map((row, at) => ({
    ...row,
    exit: exit[at % exit.length] ?? exit[0],
    pace: pace[at % 3 ? 1 : 0],
  }))

/** The rows of this run: those in which every two faults meet, or with `FAULTS=all` every one there is. */
export const rows: readonly Row[] =
  process.env['FAULTS'] === 'all' ? product() : (coverPairs(FACTORS) as readonly Row[])

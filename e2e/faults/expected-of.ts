import type { Row } from './factors.js'

/** Why a code may be missing at checkout, in the words of the guarantee; undefined where it has to be there. */
export type Excuse = 'nothing can be kept, and the shop was not told' | 'every layer was cleared'

/** Nothing that a page writes is there on the next one. */
const FORGETFUL: readonly Row['storage'][] = ['blocked', 'vanishing', 'cleared']
/** The shop does what it is asked, whether or not the answer arrives as it should. */
const HEARING: readonly Row['network'][] = ['fine', 'slow', 'halved', 'out of order']
/** The shop answers, but with no JSON, or says that it was asked too often. */
const REFUSING: readonly Row['network'][] = ['429', '500', 'HTML']
/** The landing is gone before the shop has answered. */
const CUT_OFF: readonly Row['page'][] = ['frozen', 'killed']

/** Whether what the landing asks of the shop, to remember the code for the visit, is done before it is left. */
export const isTold = ({ network, page }: Row): boolean =>
  HEARING.includes(network) && !CUT_OFF.includes(page)

/** Whether the next page finds what the landing kept. */
export const isKept = ({ storage }: Row): boolean => !FORGETFUL.includes(storage)

/** Whether what the shop answers asks for it to be left alone. */
export const isRefusing = ({ network }: Row): boolean => REFUSING.includes(network)

/** What the guarantee says of a row: a live discount arrives, but for these. */
export const excuseOf = (row: Row): Excuse | undefined => {
  if (isKept(row) || isTold(row)) return undefined
  return row.storage === 'cleared'
    ? 'every layer was cleared'
    : 'nothing can be kept, and the shop was not told'
}

import { readFindings } from './conformance/kept-findings.js'
import { renderMatrix } from './conformance/render-matrix.js'

/** Tells which platform passes which case, as the last runs of the tests found. */
export const printMatrix = (): void => {
  process.stdout.write(`\n${renderMatrix(readFindings())}`)
}

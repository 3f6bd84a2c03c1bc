/**
 * Prints, in Markdown, which platform passes which case, as the last runs of the tests found: `npm run --silent matrix`.
 * Fails where all engines ran and the README says something else.
 */
import { readFileSync } from 'node:fs'
import { readFindings } from './conformance/kept-findings.js'
import { renderMatrix } from './conformance/render-matrix.js'

// how a platform is added is tried out with a shop that nobody has
const findings = readFindings().filter(({ platform }) => platform !== 'corner-shop')
const matrix = renderMatrix(findings)
const isWhole = ['vendure', 'medusa'].every((engine) =>
  findings.some(({ platform }) => platform.startsWith(engine) && platform.endsWith('(live)')),
)

process.stdout.write(`\n${matrix}`)
if (isWhole && !readFileSync('README.md', 'utf8').includes(matrix)) {
  process.stdout.write('\nREADME.md holds another matrix; the one above belongs there.\n')
  process.exitCode = 1
}

/** Prints, in Markdown, which platform passes which case, as the last runs of the tests found: `npm run --silent matrix`. */
import { readFindings } from './conformance/kept-findings.js'
import { renderMatrix } from './conformance/render-matrix.js'

process.stdout.write(`\n${renderMatrix(readFindings())}`)

/** Says whether anything is known of the packages: `npm run --silent audit`. Fails where something is. */
import { audit } from './audit.js'

const { isClean, sentence } = await audit()
process.stdout.write(`audit: ${sentence}\n`)
process.exitCode = isClean === false ? 1 : 0

/** Writes `examples/reference` anew: `npm run --silent reference`. */
import { generateReference } from './generate-reference.js'

await generateReference('examples/reference')

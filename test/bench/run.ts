// npm run bench [name …]: nothing is asserted, everything is printed. A new bench is a file and a row.
import type { Bench } from './compare.js'
import { compare } from './compare.js'
import { load, match } from './match.js'
import { mint } from './mint.js'
import { tabulate } from './tabulate.js'

const benches: Readonly<Record<string, Bench>> = { load, match, mint }

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in benches))
if (unknown.length)
  throw new Error(
    `No bench called ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`,
  )

for (const [name, bench] of Object.entries(benches))
  if (!asked.length || asked.includes(name))
    process.stdout.write(`\n${tabulate(bench, await compare(bench))}`)

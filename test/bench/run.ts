// npm run bench [name …]: nothing is asserted, everything is printed. A new bench is a file and a row.
// `page` is compared with further scripts by their paths, `readme` measures all that stands in the README and writes it.
import { basename } from 'node:path'
import type { Bench } from './compare.js'
import { compare } from './compare.js'
import { load, match } from './match.js'
import { mint } from './mint.js'
import { scripts } from './page/candidates.js'
import { measurePages } from './page/measure-pages.js'
import { tabulatePages } from './page/tabulate-pages.js'
import { tabulate } from './tabulate.js'
import { writeReadme } from './write-readme.js'

const print = (text: string): void => {
  process.stdout.write(`\n${text}\n`)
}

const rates = (bench: Bench) => async (): Promise<void> =>
  print(tabulate(bench, await compare(bench)).trimEnd())

const names = process.argv.slice(2)
const paths = names.filter((name) => name.endsWith('.js'))
const asked = names.filter((name) => !paths.includes(name))

const page = async (): Promise<void> => {
  const others = paths.map((file) => ({ name: basename(file), from: { file } }))
  const measured = await measurePages([...scripts, ...others])
  print(`Pages, ${measured.browser}, CPU throttled 4 times\n${tabulatePages(measured)}`)
}

const benches: Readonly<Record<string, () => Promise<void>>> = {
  page,
  load: rates(load),
  match: rates(match),
  mint: rates(mint),
}
const all = { ...benches, readme: writeReadme }

const unknown = asked.filter((name) => !(name in all))
if (unknown.length)
  throw new Error(`No bench called ${unknown.join(', ')}; there are ${Object.keys(all).join(', ')}`)

for (const [name, run] of Object.entries(asked.length ? all : benches))
  if (!asked.length || asked.includes(name)) await run()

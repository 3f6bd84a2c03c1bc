import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { compare } from './compare.js'
import { match } from './match.js'
import { mint } from './mint.js'
import { scripts } from './page/candidates.js'
import { measurePages } from './page/measure-pages.js'
import { tabulatePages } from './page/tabulate-pages.js'
import { replaceBlock } from './readme-block.js'
import { tellServer } from './tell-server.js'

/** Modes that are found by looking up, among few coupons and among many. */
const lookups = {
  ...match,
  candidates: match.candidates.filter(({ name }) => /^(exact|prefix)/.test(name)),
}

/** Measures anew all figures that stand in the README, and writes them there. */
export const writeReadme = async (): Promise<void> => {
  const measured = await measurePages(scripts, { enough: 600_000 })
  const rounds = measured.pages[0]?.rounds.length
  const server = tellServer(await compare(mint), await compare(lookups))
  const block = [
    tabulatePages(measured),
    '',
    `${measured.browser} on ${cpus().length} shared cores, Node ${process.versions.node}: medians of ${rounds} rounds, in brackets the least and the most. ${server}`,
  ]
  writeFileSync('README.md', replaceBlock(readFileSync('README.md', 'utf8'), block.join('\n')))
}

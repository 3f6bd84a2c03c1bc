import { createVitest } from 'vitest/node'

import { readLines, root } from './kept.js'
import { instrument } from './mutants.js'

/** What takes long comes last: most mutants are killed by then. */
const SLOW: readonly RegExp[] = [
  /-properties|journey|ledger-tabs/,
  /keeper|safe-code/,
  /cart\/(best|combine|rule)/,
]
const rank = (file: string): number => {
  const at = SLOW.findIndex((slow) => slow.test(file.slice(root.length)))
  return at < 0 ? 0 : SLOW.length - at
}

const { sources } = await instrument()
const vitest = await createVitest(
  'test',
  { config: 'test/mutation/vitest.config.ts', watch: false, reporters: [{}] },
  {
    plugins: [
      { name: 'mutants', enforce: 'pre', load: (id) => sources.get(id.split('?')[0] ?? '') },
    ],
  },
)
const specs = await vitest.globTestSpecifications(process.argv.slice(2))
const isOver = (name: string): boolean =>
  readLines().some(({ broken, done, file }) => file === name && (done || broken))

for (const spec of [...specs].sort((one, other) => rank(one.moduleId) - rank(other.moduleId))) {
  const name = spec.moduleId.slice(root.length)
  for (let worker = 0; worker < 200 && !isOver(name); worker++) {
    const began = Date.now()
    await vitest.runTestSpecifications([spec])
    const killed = readLines().filter((line) => line.file === name && line.killed).length
    process.stdout.write(`${name} ${worker}: ${killed} killed, ${Date.now() - began} ms\n`)
  }
}
await vitest.close()
process.exit()

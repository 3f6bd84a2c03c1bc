import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createVitest } from 'vitest/node'

import type { Line } from './kept.js'
import { LINES, root } from './kept.js'
import { instrument } from './mutants.js'

const filter = process.argv.slice(2)
const { sources } = await instrument()
if (!process.env['GO_ON'] || !existsSync(LINES)) writeFileSync(LINES, '')

const heard = (): readonly Line[] =>
  readFileSync(LINES, 'utf8').split('\n').filter(Boolean).map((line): Line => JSON.parse(line))

const isSlow = (file: string): number => Number(/\/journey\/|-properties|ledger-tabs/.test(file)) * 2 + Number(file.includes('/keeper/'))

const config = {
  config: 'test/mutation/vitest.config.ts',
  watch: false,
  reporters: [{}],
}
const vitest = await createVitest('test', config, {
  plugins: [{ name: 'mutants', enforce: 'pre', load: (id) => sources.get(id.split('?')[0] ?? '') }],
})
const specs = await vitest.globTestSpecifications(filter)
const files = [...specs].sort((one, other) => isSlow(one.moduleId) - isSlow(other.moduleId))
for (const spec of files) {
  const name = spec.moduleId.slice(root.length)
  for (let round = 0; round < 200; round++) {
    if (heard().some(({ broken, done, file }) => file === name && (done || broken))) break
    const began = Date.now()
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications([spec])
    for (const error of [...unhandledErrors, ...testModules.flatMap((one) => one.errors())]) process.stdout.write(String((error as Error).stack) + '\n')
    const mine = heard().filter(({ file }) => file === name)
    process.stdout.write(`${name} ${round} ${Date.now() - began} ms, ${mine.filter(({ killed }) => killed).length} killed ${mine.at(-1)?.broken ?? ''}\n`)
  }
}
await vitest.close()
process.exit()

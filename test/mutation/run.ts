import { spawn } from 'node:child_process'
import { appendFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { LINES, readLines, root } from './kept.js'
import { instrument } from './mutants.js'
import { tell } from './tell.js'

/** Milliseconds without a word: such a mutant has the page go round for ever. */
const PATIENCE = 120_000

/** Tries the mutants; true once all is done, false where a mutant had to be stopped. */
const tryFiles = (filters: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const file = join(root, 'test/mutation/try-files.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', file, ...filters], {
      stdio: 'inherit',
    })
    const watch = setInterval(() => {
      const last = readLines().at(-1)
      if (!last?.tried || Date.now() - statSync(LINES).mtimeMs < PATIENCE) return
      appendFileSync(LINES, JSON.stringify({ ...last, tried: undefined, killed: 'late' }) + '\n')
      child.kill('SIGKILL')
    }, 1000)
    child.on('exit', (code) => {
      clearInterval(watch)
      resolve(code === 0)
    })
  })

const filters = process.argv.slice(2)
const { changes } = await instrument()
if (!process.env['MUTATION_GO_ON']) writeFileSync(LINES, '')
while (!(await tryFiles(filters)));
const { isRight, text } = tell({ changes, lines: readLines() })
process.stdout.write(text + '\n')
process.exitCode = isRight ? 0 : 1

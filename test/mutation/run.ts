import { spawn } from 'node:child_process'
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { LINES, readLines, root, write } from './kept.js'
import { instrument } from './mutants.js'
import { tell } from './tell.js'

/** Milliseconds without a word: such a mutant has the page go round for ever. */
const PATIENCE = 60_000

/** Tries the mutants; false where one had to be stopped, and others are left. */
const tryFiles = (filters: readonly string[]): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const file = join(root, 'test/mutation/try-files.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', file, ...filters], {
      stdio: 'inherit',
    })
    let isStopped = false
    const watch = setInterval(() => {
      const { file: name, mutant, tried } = readLines().at(-1) ?? {}
      if (!name || !mutant || !tried || Date.now() - statSync(LINES).mtimeMs < PATIENCE) return
      isStopped = true
      write({ file: name, mutant, killed: 'late' })
      child.kill('SIGKILL')
    }, 1000)
    child.on('exit', (code) => {
      clearInterval(watch)
      if (code && !isStopped) reject(new Error(`the tests could not be run: ${code}`))
      else resolve(!isStopped)
    })
  })

const filters = process.argv.slice(2)
const { changes } = await instrument()
if (!process.env['MUTATION_GO_ON']) writeFileSync(LINES, '')
while (!(await tryFiles(filters)));
const { isRight, text } = tell({ changes, lines: readLines() })
process.stdout.write(text + '\n')
process.exitCode = isRight ? 0 : 1

import { readFileSync } from 'node:fs'
import { basename, dirname, relative } from 'node:path'
import type { RunnerTask, RunnerTestCase, RunnerTestFile } from 'vitest'

import type { Change, Line } from './kept.js'
import { MUTANTS, readLines, root, write } from './kept.js'
import { switches } from './switches.js'

/** A file of tests, once more. */
export interface Attempt {
  readonly mutant?: string | undefined
  /** The places of those that are to run. */
  readonly tests: ReadonlySet<string>
  /** The modules are loaded anew: what is changed runs as they load. */
  readonly isFresh: boolean
}

export interface Plan extends Attempt {
  readonly mutant: string
  /** How often its tests came by without it. */
  readonly hits: number
}

/** All tests of suites within each other. */
export const testsOf = (tasks: readonly RunnerTask[]): readonly RunnerTestCase[] =>
  tasks.flatMap((task) => (task.type === 'suite' ? testsOf(task.tasks) : [task]))

/** What is to be tried in this file, by what its tests have reached. */
export const plansOf = (file: RunnerTestFile): readonly Plan[] => {
  const name = relative(root, file.filepath)
  const folder = basename(dirname(name))
  const lines = readLines()
  const back = new Set(lines.flatMap(({ again, mutant }) => (again ? [mutant] : [])))
  const isOver = ({ killed, mutant, tried, ...line }: Line): boolean =>
    !!killed || (line.file === name && !!tried && !back.has(mutant))
  const over = new Set(lines.filter(isOver).map(({ mutant }) => mutant))
  const { perTest, static: atLoad } = structuredClone(
    switches.mutantCoverage ?? { perTest: {}, static: {} },
  )
  const everyTest = testsOf(file.tasks).map((_, at) => String(at))
  const changes: readonly Change[] = JSON.parse(readFileSync(MUTANTS, 'utf8'))
  return changes.flatMap(({ id, path }): readonly Plan[] => {
    const hits = Object.entries(perTest).flatMap(([test, hit]) =>
      hit[id] ? [[test.slice(4), hit[id]] as const] : [],
    )
    const isFresh = !hits.length
    if (isFresh && !atLoad[id]) return []
    write({ file: name, mutant: id, reached: isFresh ? 'load' : 'test' })
    // a table is read by tests of all folders: those of its own, and of whole keepers, are enough
    const isNear = path.startsWith(`src/${folder}/`) || folder === 'keeper'
    if (over.has(id) || (isFresh && !isNear)) return []
    return [
      {
        mutant: id,
        isFresh,
        tests: new Set(atLoad[id] ? everyTest : hits.map(([test]) => test)),
        hits: hits.reduce((sum, [, hit]) => sum + hit, 0),
      },
    ]
  })
}

import { appendFileSync, readFileSync } from 'node:fs'
import { basename, dirname, relative } from 'node:path'
import type { RunnerTask, RunnerTestCase, RunnerTestFile } from 'vitest'
import { TestRunner, vi } from 'vitest'
import { startTests } from 'vitest/internal/browser'

import type { Change, Line } from './kept.js'
import { LINES, MUTANTS, readLines, root } from './kept.js'

type Hits = Readonly<Record<string, number>>

/** What the switches in the instrumented sources look at. */
interface Switches {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  hitCount?: number | undefined
  hitLimit?: number | undefined
  mutantCoverage?: { readonly static: Hits; readonly perTest: Readonly<Record<string, Hits>> }
}

interface Failure {
  readonly test: string
  readonly isLate: boolean
}

interface Attempt {
  readonly mutant?: string
  readonly tests: ReadonlySet<string>
  /** The modules are loaded anew: what is changed runs as they load. */
  readonly isFresh: boolean
}

const switches: Switches = ((globalThis as { __stryker__?: Switches }).__stryker__ ??= {})

const testsOf = (tasks: readonly RunnerTask[]): readonly RunnerTestCase[] =>
  tasks.flatMap((task) => (task.type === 'suite' ? testsOf(task.tasks) : [task]))

const write = (line: Line): void => appendFileSync(LINES, JSON.stringify(line) + '\n')

/**
 * Runs a file of tests as it stands, then once more for each mutant that it reaches and nothing has killed yet, within the
 * same worker: opening a browser for each mutant would take longer than its tests.
 */
export default class MutantRunner extends TestRunner {
  private readonly names = new Map<RunnerTestCase, string>()

  private number(files: readonly RunnerTestFile[]): void {
    for (const [at, test] of testsOf(files).entries()) this.names.set(test, String(at))
  }

  onBeforeRunFiles(files: RunnerTestFile[]): void {
    this.number(files)
  }

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    switches.currentTestId = 'test' + this.names.get(test)
    await super.onBeforeRunTask(test)
  }

  override onAfterRunTask(test: RunnerTestCase): void {
    switches.currentTestId = undefined
    super.onAfterRunTask(test)
  }

  private async attempt(
    filepath: string,
    { isFresh, mutant, tests }: Attempt,
  ): Promise<Failure | undefined> {
    let failure: Failure | undefined
    const inner: TestRunner = Object.create(this)
    const { evaluatedModules } = this.workerState
    Object.assign(inner, {
      onCollectStart: (file: RunnerTestFile) =>
        TestRunner.prototype.onCollectStart.call(inner, file),
      onCollected: () => undefined,
      onTaskUpdate: () => undefined,
      onAfterRunFiles: () => undefined,
      onBeforeRunTask: async (test: RunnerTestCase) => {
        if (failure || !tests.has(this.names.get(test) ?? '')) test.mode = 'skip'
        await super.onBeforeRunTask(test)
      },
      onAfterRunTask: (test: RunnerTestCase) => {
        if (test.result?.state === 'fail') {
          const said = String(test.result.errors?.[0]?.message)
          failure ??= { test: test.name, isLate: /timed out in|Hit count limit/.test(said) }
        }
        super.onAfterRunTask(test)
      },
      importFile: (path: string, source: 'collect' | 'setup') => {
        const node = evaluatedModules.getModuleById(path)
        if (node) evaluatedModules.invalidateModule(node)
        return TestRunner.prototype.importFile.call(inner, path, source)
      },
    })
    if (isFresh) vi.resetModules()
    switches.activeMutant = mutant
    const [file] = await startTests([filepath], inner)
    switches.activeMutant = undefined
    if (isFresh) vi.resetModules()
    const broken =
      file?.result?.state === 'fail' ? { test: 'the file itself', isLate: false } : undefined
    return failure ?? broken
  }

  private async tryMutants(file: RunnerTestFile): Promise<void> {
    const name = relative(root, file.filepath)
    const all = testsOf(file.tasks)
    const failed = all.filter(({ result }) => result?.state === 'fail')
    if (failed.length) return write({ file: name, broken: failed.map((test) => test.name) })

    const changes: readonly Change[] = JSON.parse(readFileSync(MUTANTS, 'utf8'))
    const lines = readLines()
    const over = new Set(
      lines
        .filter((line) => line.killed || (line.file === name && line.tried))
        .map((line) => line.mutant),
    )
    const { perTest = {}, static: atLoad = {} } = structuredClone(
      switches.mutantCoverage ?? { perTest: {}, static: {} },
    )
    const everyTest = new Set(all.map((_, at) => String(at)))
    const folder = basename(dirname(name))
    for (const { id, path } of changes) {
      const hits = new Map(
        Object.entries(perTest).flatMap(([test, hit]) =>
          hit[id] ? [[test.slice(4), hit[id]] as const] : [],
        ),
      )
      const isFresh = !hits.size
      if (isFresh && !atLoad[id]) continue
      const isNear = path.startsWith(`src/${folder}/`) || folder === 'keeper'
      write({ file: name, mutant: id, reached: isFresh ? 'load' : 'test' })
      if (over.has(id) || (isFresh && !isNear)) continue
      switches.hitCount = 0
      switches.hitLimit = [...hits.values()].reduce((sum, hit) => sum + hit, 0) * 100 + 1000
      write({ file: name, mutant: id, tried: true })
      const failure = await this.attempt(file.filepath, {
        mutant: id,
        tests: atLoad[id] ? everyTest : new Set(hits.keys()),
        isFresh,
      })
      switches.hitCount = undefined
      if (!failure) continue
      write({
        file: name,
        mutant: id,
        killed: failure.isLate ? 'late' : 'failed',
        by: failure.test,
      })
      const tests = new Set([...everyTest].filter((at) => all[Number(at)]?.name === failure.test))
      // what a broken page has left behind would kill the next one as well
      if (
        await this.attempt(file.filepath, { tests: tests.size ? tests : everyTest, isFresh: false })
      )
        return write({ file: name, again: true })
    }
    write({ file: name, done: true })
  }

  override onAfterRunFiles(files?: RunnerTestFile[]): Promise<void> | void {
    super.onAfterRunFiles()
    switches.currentTestId = undefined
    const [file] = files ?? []
    return file && this.tryMutants(file)
  }
}

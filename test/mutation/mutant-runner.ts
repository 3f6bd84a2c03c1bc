import { relative } from 'node:path'
import type { RunnerTestCase, RunnerTestFile } from 'vitest'
import { TestRunner, vi } from 'vitest'
import { startTests } from 'vitest/internal/browser'

import { root, write } from './kept.js'
import type { Attempt } from './plans.js'
import { plansOf, testsOf } from './plans.js'
import { switches } from './switches.js'

interface Failure {
  readonly test: string
  readonly isLate: boolean
}

/**
 * Runs a file of tests as it stands, then once more for each mutant that it reaches and nothing has killed yet, within the
 * same worker: opening a browser for each mutant would take longer than its tests.
 */
export default class MutantRunner extends TestRunner {
  private readonly names = new Map<RunnerTestCase, string>()

  onBeforeRunFiles(files: RunnerTestFile[]): void {
    for (const [at, test] of testsOf(files).entries()) this.names.set(test, String(at))
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
      // as a setup file it is loaded anew, and says its tests again
      importFile: (path: string) => TestRunner.prototype.importFile.call(inner, path, 'setup'),
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

    for (const [at, { hits, ...plan }] of plansOf(file).entries()) {
      const { mutant } = plan
      write({ file: name, mutant, tried: true })
      switches.hitCount = 0
      switches.hitLimit = hits * 100 + 1000
      const failure = await this.attempt(file.filepath, plan)
      switches.hitCount = undefined
      if (!failure) continue
      const same = all.flatMap((test, place) => (test.name === failure.test ? [String(place)] : []))
      const tests = new Set(same.length ? same : all.map((_, place) => String(place)))
      // what a broken page has left behind kills the next mutant as well: that one is tried again elsewhere
      const isSpoilt = !!(await this.attempt(file.filepath, { tests, isFresh: false }))
      if (isSpoilt && at) return write({ file: name, mutant, again: true })
      const killed = failure.isLate ? 'late' : 'failed'
      write({ file: name, mutant, killed, by: failure.test })
      if (isSpoilt) return write({ file: name, again: true })
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

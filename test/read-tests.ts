import { existsSync, readFileSync } from 'node:fs'

export interface TestOutcome {
  readonly title: string
  readonly projectName: string
  /** As Playwright names it; `flaky`: passed at its second try. */
  readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped'
}

interface Suite {
  readonly suites?: readonly Suite[] | undefined
  readonly specs?: readonly {
    readonly title: string
    readonly tests: readonly Omit<TestOutcome, 'title'>[]
  }[]
}

const testsOf = ({ specs = [], suites = [] }: Suite): readonly TestOutcome[] => [
  ...specs.flatMap(({ tests, title }) => tests.map((test) => ({ ...test, title }))),
  ...suites.flatMap(testsOf),
]

/** What became of each test, by a report of Playwright; none where there is no report. */
export const readTests = (reportFile: string): readonly TestOutcome[] =>
  existsSync(reportFile) ? testsOf(JSON.parse(readFileSync(reportFile, 'utf8'))) : []

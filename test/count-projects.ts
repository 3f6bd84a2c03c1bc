import { existsSync, readFileSync } from 'node:fs'

interface Suite {
  readonly suites?: readonly Suite[] | undefined
  readonly specs?: readonly {
    readonly tests: readonly { readonly projectName: string; readonly status: string }[]
  }[]
}

const testsOf = ({
  specs = [],
  suites = [],
}: Suite): readonly { projectName: string; status: string }[] => [
  ...specs.flatMap(({ tests }) => tests),
  ...suites.flatMap(testsOf),
]

/** A line for each project of a report of Playwright: how many of its tests passed, and how many did not. */
export const countProjects = (reportFile: string): readonly string[] => {
  if (!existsSync(reportFile)) return []
  const tests = testsOf(JSON.parse(readFileSync(reportFile, 'utf8')))
  return [...new Set(tests.map(({ projectName }) => projectName))].map((project) => {
    const own = tests.filter(({ projectName }) => projectName === project)
    const passed = own.filter(({ status }) => status === 'expected').length
    return `${project}: ${passed} passed, ${own.length - passed} failed`
  })
}

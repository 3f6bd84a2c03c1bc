import type { TestOutcome } from './read-tests.js'
import { readTests } from './read-tests.js'

/** Also at the second try: those are named by themselves. */
const PASSED = new Set<TestOutcome['status']>(['expected', 'flaky'])

/** A line for each project of a report of Playwright: how many of its tests passed, and how many did not. */
export const countProjects = (reportFile: string): readonly string[] => {
  const tests = readTests(reportFile)
  return [...new Set(tests.map(({ projectName }) => projectName))].map((project) => {
    const own = tests.filter(({ projectName }) => projectName === project)
    const passed = own.filter(({ status }) => PASSED.has(status)).length
    return `${project}: ${passed} passed, ${own.length - passed} failed`
  })
}

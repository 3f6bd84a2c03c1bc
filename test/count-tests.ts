import { existsSync, readFileSync } from 'node:fs'

export interface Count {
  readonly passed: number
  readonly failed: number
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numTotalTests: number
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
}

/** So many tests of a stage may pass at their second try only, on a machine that is busy; one more, and none of them has passed. */
const LUCK = 3

const countReport = (report: VitestReport | PlaywrightReport): Count => {
  if ('stats' in report) {
    const { expected, unexpected, flaky, skipped } = report.stats
    const lucky = flaky > LUCK ? 0 : flaky
    return { passed: expected + lucky, failed: unexpected + skipped + flaky - lucky }
  }
  const { numPassedTests, numTotalTests } = report
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests }
}

/** What a stage counts for: each test of its report, or itself. A test that did not run has failed. */
export const countTests = (reportFile: string, status: number | null): Count => {
  const { passed, failed } = existsSync(reportFile)
    ? countReport(JSON.parse(readFileSync(reportFile, 'utf8')))
    : { passed: status === 0 ? 1 : 0, failed: 0 }
  // Some failures belong to no test, such as a file that cannot be loaded.
  return { passed, failed: status === 0 ? failed : Math.max(failed, 1) }
}

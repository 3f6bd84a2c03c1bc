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

const countReport = (report: VitestReport | PlaywrightReport): Count => {
  if ('stats' in report) {
    const { expected, unexpected, flaky, skipped } = report.stats
    return { passed: expected, failed: unexpected + flaky + skipped }
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

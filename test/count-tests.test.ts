import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { countProjects } from './count-projects.js'
import { countTests } from './count-tests.js'

const withReport = <Result>(report: object, use: (file: string) => Result): Result => {
  const directory = mkdtempSync(join(tmpdir(), 'report-'))
  const file = join(directory, 'report.json')
  writeFileSync(file, JSON.stringify(report))
  try {
    return use(file)
  } finally {
    rmSync(directory, { recursive: true })
  }
}

const stats = (flaky: number) => ({ stats: { expected: 10, unexpected: 2, flaky, skipped: 1 } })

describe('countTests', () => {
  it.each([
    [0, { passed: 10, failed: 3 }],
    [3, { passed: 13, failed: 3 }],
    [4, { passed: 10, failed: 7 }],
  ])('takes %i that passed at their second try for what they are', (flaky, count) => {
    expect(withReport(stats(flaky), (file) => countTests(file, 1))).toEqual(count)
  })

  it('has a test failed that did not run', () => {
    const report = { numPassedTests: 4, numTotalTests: 6 }
    expect(withReport(report, (file) => countTests(file, 0))).toEqual({ passed: 4, failed: 2 })
  })

  it.each([
    [0, { passed: 1, failed: 0 }],
    [1, { passed: 0, failed: 1 }],
    [null, { passed: 0, failed: 1 }],
  ])('counts a stage without a report as one, status %s', (status, count) => {
    expect(countTests('/nowhere.json', status)).toEqual(count)
  })

  it('never calls a stage green whose command was not', () => {
    const report = { numPassedTests: 6, numTotalTests: 6 }
    expect(withReport(report, (file) => countTests(file, 1))).toEqual({ passed: 6, failed: 1 })
  })
})

describe('countProjects', () => {
  it('says a line for each project', () => {
    const spec = (projectName: string, status: string) => ({
      title: 'a test',
      tests: [{ projectName, status }],
    })
    const report = {
      suites: [
        { specs: [spec('firefox', 'expected'), spec('webkit', 'flaky')] },
        { suites: [{ specs: [spec('firefox', 'unexpected'), spec('webkit', 'skipped')] }] },
      ],
    }
    expect(withReport(report, countProjects)).toEqual([
      'firefox: 1 passed, 1 failed',
      'webkit: 1 passed, 1 failed',
    ])
  })
})

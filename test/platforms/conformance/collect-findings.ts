import type { TestProject } from 'vitest/node'

import { keepFindings } from './kept-findings.js'

/** Keeps what the suite found, once the tests of this project are over. */
export const setup =
  ({ name, vitest }: TestProject): (() => void) =>
  () => {
    const findings = vitest.state
      .getTestModules()
      .filter(({ project }) => project.name === name)
      .flatMap(({ children }) => [...children.allTests()])
      .flatMap((test) => test.meta().findings ?? [])
    if (findings.length) keepFindings(name, findings)
  }

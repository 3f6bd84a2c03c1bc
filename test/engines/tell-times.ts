import type { TestProject } from 'vitest/node'
import type { Engine } from '../../e2e/engines/install-engine.js'

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`

interface Times {
  readonly engine: Engine
  /** Milliseconds that it took to start. */
  readonly boot: number
}

/** Prints how long a live engine took to start, and how long the tests on it. */
export const tellTimes = ({ vitest }: TestProject, { boot, engine }: Times): void => {
  const modules = vitest.state
    .getTestModules()
    .filter(({ relativeModuleId }) => relativeModuleId.startsWith(`test/engines/${engine}`))
  const count = modules.reduce((sum, { children }) => sum + [...children.allTests()].length, 0)
  const took = modules.reduce((sum, module) => sum + module.diagnostic().duration, 0)
  const parts = ['live', engine, `boot ${seconds(boot)}`, `${count} cases ${seconds(took)}`]
  process.stdout.write(`${parts.join(' | ')}\n`)
}

import type { TestProject } from 'vitest/node'
import type { Engine } from '../../e2e/engines/install-engine.js'
import { hasEngine } from '../../e2e/engines/install-engine.js'
import type { SeededMedusa } from '../../e2e/engines/medusa/open-medusa.js'
import { startMedusa } from '../../e2e/engines/medusa/start-medusa.js'
import type { SeededVendure } from '../../e2e/engines/vendure/open-vendure.js'
import { startVendure } from '../../e2e/engines/vendure/start-vendure.js'
import { tellTimes } from './tell-times.js'

declare module 'vitest' {
  interface ProvidedContext {
    vendure: SeededVendure
    medusa: SeededMedusa
  }
}

interface Started {
  readonly stop: () => Promise<void>
  /** Milliseconds. */
  readonly boot: number
}

/** Starts the engines that are there, once for all their tests; says at the end how long each took. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const started = new Map<Engine, Started>()
  const start = async (
    engine: Engine,
    open: () => Promise<{ readonly shop: unknown; readonly stop: () => Promise<void> }>,
  ): Promise<void> => {
    if (!hasEngine(engine)) return
    const began = performance.now()
    const { shop, stop } = await open()
    started.set(engine, { stop, boot: performance.now() - began })
    project.provide(engine, shop as never)
  }
  const stopAll = async (): Promise<void> => {
    await Promise.all([...started.values()].map(({ stop }) => stop()))
  }
  // side by side: each waits for its own database most of the time
  const starts = [start('vendure', startVendure), start('medusa', startMedusa)]
  const failed = (await Promise.allSettled(starts)).find(({ status }) => status === 'rejected')
  if (failed) await stopAll()
  await Promise.all(starts)
  return async () => {
    for (const [engine, { boot }] of started) tellTimes(project, { engine, boot })
    await stopAll()
  }
}

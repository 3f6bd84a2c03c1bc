import type { TestProject } from 'vitest/node'
import type { Engine } from '../../e2e/engines/install-engine.js'
import { engines, hasEngine } from '../../e2e/engines/install-engine.js'
import type { SeededMedusa } from '../../e2e/engines/medusa/open-medusa.js'
import type { StartedShop } from '../../e2e/engines/standing-shop.js'
import { openShop } from '../../e2e/engines/standing-shop.js'
import type { SeededVendure } from '../../e2e/engines/vendure/open-vendure.js'
import { startShop } from '../stand-shops.js'
import { tellTimes } from './tell-times.js'

declare module 'vitest' {
  interface ProvidedContext {
    vendure: SeededVendure
    medusa: SeededMedusa
  }
}

/** Opens the engines that are there, once for all their tests; says at the end how long each took. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const opened = new Map<Engine, StartedShop<unknown>>()
  const open = async (engine: Engine): Promise<void> => {
    const started = await openShop<unknown>(engine, startShop[engine])
    opened.set(engine, started)
    project.provide(engine, started.shop as never)
  }
  const stopAll = async (): Promise<void> => {
    await Promise.all([...opened.values()].map(({ stop }) => stop()))
  }
  // side by side: each waits for its own database most of the time
  const opening = engines.filter(hasEngine).map(open)
  const failed = (await Promise.allSettled(opening)).find(({ status }) => status === 'rejected')
  if (failed) await stopAll()
  await Promise.all(opening)
  return async () => {
    for (const [engine, { boot }] of opened) tellTimes(project, { engine, boot })
    await stopAll()
  }
}

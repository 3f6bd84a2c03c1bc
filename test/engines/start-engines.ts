import type { TestProject } from 'vitest/node'
import { hasEngine } from '../../e2e/engines/install-engine.js'
import type { SeededMedusa } from '../../e2e/engines/medusa/open-medusa.js'
import { startMedusa } from '../../e2e/engines/medusa/start-medusa.js'
import type { SeededVendure } from '../../e2e/engines/vendure/open-vendure.js'
import { startVendure } from '../../e2e/engines/vendure/start-vendure.js'

declare module 'vitest' {
  interface ProvidedContext {
    vendure: SeededVendure
    medusa: SeededMedusa
  }
}

/** Starts the engines that are there, once for all their tests. */
export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const stops: (() => Promise<void>)[] = []
  const stopAll = async (): Promise<void> => {
    await Promise.all(stops.map((stop) => stop()))
  }
  try {
    if (hasEngine('vendure')) {
      const { shop, stop } = await startVendure()
      stops.push(stop)
      provide('vendure', shop)
    }
    if (hasEngine('medusa')) {
      const { shop, stop } = await startMedusa()
      stops.push(stop)
      provide('medusa', shop)
    }
  } catch (cause) {
    await stopAll()
    throw cause
  }
  return stopAll
}

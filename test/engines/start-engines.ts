import type { TestProject } from 'vitest/node'
import { hasEngine } from '../../e2e/engines/install-engine.js'
import type { SeededVendure } from '../../e2e/engines/vendure/open-vendure.js'
import { startVendure } from '../../e2e/engines/vendure/start-vendure.js'

declare module 'vitest' {
  interface ProvidedContext {
    vendure: SeededVendure
  }
}

/** Starts the engines that are installed, once for all their tests. */
export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  if (!hasEngine('vendure')) return () => Promise.resolve()
  const { shop, stop } = await startVendure()
  provide('vendure', shop)
  return stop
}

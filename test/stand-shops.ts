import type { Engine } from '../e2e/engines/install-engine.js'
import { startMedusa } from '../e2e/engines/medusa/start-medusa.js'
import { openShop, standBy } from '../e2e/engines/standing-shop.js'
import { startVendure } from '../e2e/engines/vendure/start-vendure.js'

/** How a live shop of each engine is started. */
export const startShop = { vendure: startVendure, medusa: startMedusa }

export interface StandingShops {
  /** Resolves when all have started that can. */
  readonly ready: Promise<unknown>
  /** Ends them. */
  readonly end: () => Promise<void>
}

/**
 * Starts one shop of each engine for all stages of this run, as soon as it is installed. Never rejects: where one does not
 * start, each stage that needs it tries by itself, and says what came of it.
 */
export const standShops = (
  installing: Readonly<Partial<Record<Engine, Promise<boolean>>>>,
): StandingShops => {
  const started: (() => Promise<void>)[] = []
  const stand = async (engine: Engine): Promise<void> => {
    if (!(await installing[engine])) return
    const shop = await openShop<unknown>(engine, startShop[engine])
    started.push(shop.stop)
    standBy(engine, shop)
  }
  const ready = Promise.allSettled([stand('vendure'), stand('medusa')])
  return {
    ready,
    end: async () => {
      await ready
      await Promise.all(started.map((stop) => stop()))
    },
  }
}

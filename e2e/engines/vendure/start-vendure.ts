import { engineDirectory } from '../install-engine.js'
import { startChild } from '../start-child.js'
import type { SeededVendure } from './open-vendure.js'

export interface StartedVendure {
  readonly shop: SeededVendure
  readonly stop: () => Promise<void>
}

/** Starts a real Vendure shop in memory, with the seed that all shops under test share. */
export const startVendure = async (): Promise<StartedVendure> => {
  const { said, stop } = await startChild('boot.mjs', {
    cwd: engineDirectory('vendure'),
    env: { VENDURE_DISABLE_TELEMETRY: 'true' },
  })
  return { shop: said as SeededVendure, stop }
}

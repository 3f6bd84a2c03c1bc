import type { Led } from '../journey/lead-lives.js'
import { leadLives } from '../journey/lead-lives.js'
import { lives } from '../journey/steps.js'
import type { EngineShopper } from './open-engine-life.js'
import { openEngineLife } from './open-engine-life.js'

export interface LeadEngineLivesOptions {
  readonly engine: string
  /** Besides those in which a promise was once broken. */
  readonly runs: number
  readonly open: () => Promise<EngineShopper>
}

/** Leads long lives on an engine that runs, and says how many they were. */
export const leadEngineLives = async (options: LeadEngineLivesOptions): Promise<Led> => {
  const { engine, open, runs } = options
  const led = await leadLives({
    open: async () => openEngineLife(await open()),
    name: `a live ${engine}`,
    runs,
    given: lives(120),
    isSlow: true,
    command: `npm run engines -- ${engine}-journey`,
  })
  process.stdout.write(`${led.said}\n`)
  return led
}

import fc from 'fast-check'
import { brokenPromises } from './broken-promises.js'
import { HARD_LIVES } from './hard-lives.js'
import type { Life } from './life.js'
import type { Step } from './steps.js'
import { lives } from './steps.js'
import { walk } from './walk.js'

const { JOURNEY_LIFE, JOURNEY_RUNS, JOURNEY_SEED } = process.env

/** The same lives each time, unless others are asked for. */
const SEED = Number(JOURNEY_SEED ?? 30)

export interface LeadLivesOptions {
  readonly open: () => Life | Promise<Life>
  /** Where the lives are led, in words. */
  readonly name: string
  /** Besides the lives in which a promise was once broken; `JOURNEY_RUNS` has the last word. */
  readonly runs: number
  /** The command that runs these lives again. */
  readonly command: string
  /** A life that fails is reported as it was, and the shortest like it sought when it is led again: where a life takes seconds. */
  readonly isSlow?: boolean | undefined
  /** @default lives of up to 25 steps */
  readonly given?: fc.Arbitrary<readonly Step[]>
}

export interface Led {
  readonly lives: number
  /** Steps that were possible. */
  readonly steps: number
  /** A model that refuses every step proves nothing: so many have to be possible, where the lives were not chosen. */
  readonly least: number
  /** What broke, after which steps, and how to see it again. */
  readonly failure: string | undefined
  /** The counts and the seed, for the log of the run. */
  readonly said: string
}

/** Milliseconds in which the shortest life that fails is sought, where lives are slow. */
const PATIENCE = 60_000

/** Leads any lives, each to its end; stops at the first promise that is broken. `JOURNEY_LIFE` leads one of them alone. */
export const leadLives = async (options: LeadLivesOptions): Promise<Led> => {
  const { command, given = lives(25), isSlow = false, name, open } = options
  const runs = Number(JOURNEY_RUNS ?? options.runs) + HARD_LIVES.length
  let steps = 0
  let living = Promise.resolve()
  const live = async (planned: readonly Step[]): Promise<void> => {
    const lived = await open()
    try {
      steps += await walk(lived, planned)
      const broken = await brokenPromises(lived)
      if (broken.length) throw new Error(broken.join('; '))
    } finally {
      await lived.close()
    }
  }
  const life = fc.asyncProperty(given, (planned) => (living = live(planned)))
  const { counterexamplePath, errorInstance, failed, numRuns, ...details } = await fc.check(life, {
    seed: SEED,
    examples: HARD_LIVES.map((steps_) => [steps_]),
    ...(JOURNEY_LIFE
      ? { path: JOURNEY_LIFE, numRuns: 1, interruptAfterTimeLimit: PATIENCE }
      : { numRuns: runs, endOnFailure: isSlow }),
  })
  // one that was interrupted has to end all the same
  await living.catch(() => undefined)
  const again = `JOURNEY_SEED=${SEED} JOURNEY_LIFE=${counterexamplePath?.split(':')[0]} ${command}`
  return {
    lives: numRuns,
    steps,
    least: JOURNEY_LIFE || JOURNEY_RUNS ? 0 : numRuns * 3,
    failure: failed
      ? `${String(errorInstance)}\nafter ${JSON.stringify(details.counterexample?.[0])}\nagain: ${again}`
      : undefined,
    said: `model in ${name}: ${numRuns} lives, ${steps} steps, seed ${SEED}`,
  }
}

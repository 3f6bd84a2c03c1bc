import fc from 'fast-check'
import { brokenPromises } from './broken-promises.js'
import { HARD_LIVES } from './hard-lives.js'
import type { Life } from './life.js'
import type { Step } from './steps.js'
import { lives } from './steps.js'
import { walk } from './walk.js'

/** The same lives each time, unless others are asked for. */
export const SEED = Number(process.env['JOURNEY_SEED'] ?? 30)

export interface LeadLivesOptions {
  readonly open: () => Life | Promise<Life>
  /** Besides the lives in which a promise was once broken; `JOURNEY_RUNS` has the last word. */
  readonly runs: number
  /** The command that runs these lives again, after its seed. */
  readonly command: string
  /** A life that fails is reported as it was, not the shortest like it: where a life takes seconds. */
  readonly isSlow?: boolean | undefined
  /** @default lives of up to 25 steps */
  readonly given?: fc.Arbitrary<readonly Step[]>
}

export interface Led {
  readonly lives: number
  /** Steps that were possible. */
  readonly steps: number
  /** What broke, after which steps, and how to see it again. */
  readonly failure: string | undefined
}

/** Leads any lives, each to its end; stops at the first promise that is broken. */
export const leadLives = async (options: LeadLivesOptions): Promise<Led> => {
  const { command, given = lives(25), isSlow = false, open } = options
  const runs = Number(process.env['JOURNEY_RUNS'] ?? options.runs)
  let steps = 0
  const life = fc.asyncProperty(given, async (planned) => {
    const lived = await open()
    try {
      steps += await walk(lived, planned)
      const broken = await brokenPromises(lived)
      if (broken.length) throw new Error(broken.join('; '))
    } finally {
      await lived.close()
    }
  })
  const details = await fc.check(life, {
    seed: SEED,
    endOnFailure: isSlow,
    numRuns: runs + HARD_LIVES.length,
    examples: HARD_LIVES.map((steps_) => [steps_]),
  })
  const failure = details.failed
    ? `again: JOURNEY_SEED=${SEED} JOURNEY_RUNS=${runs} ${command}\n${String(details.errorInstance)}\n${fc.defaultReportMessage(details)}`
    : undefined
  return { lives: details.numRuns, steps, failure }
}

/** One way of doing something; `run` does it that many times. */
export interface Candidate {
  readonly name: string
  readonly run: (times: number) => void | Promise<void>
}

export interface Bench {
  readonly title: string
  /** What is counted, such as `codes`. */
  readonly unit: string
  /** The others are told as parts of the first. */
  readonly candidates: readonly Candidate[]
}

export interface Measured {
  readonly name: string
  /** Times per CPU second, one figure a round. */
  readonly rates: readonly number[]
}

const ROUNDS = 9
/** CPU seconds. */
const ROUND_LENGTH = 0.2

/** CPU seconds that the whole process has used, whatever else the machine was doing. */
const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const timeOf = async ({ run }: Candidate, times: number): Promise<number> => {
  const start = cpuSeconds()
  await run(times)
  return cpuSeconds() - start
}

/** How often it is done in a round; what it takes to find out warms it up. */
const calibrate = async (candidate: Candidate): Promise<number> => {
  for (let times = 1; ; times *= 2) {
    const seconds = await timeOf(candidate, times)
    if (seconds > ROUND_LENGTH / 4) return Math.ceil((times * ROUND_LENGTH) / seconds)
  }
}

/** Measures round by round, A B C A B C, so that what disturbs one disturbs all. */
export const compare = async ({ candidates }: Bench): Promise<readonly Measured[]> => {
  const lanes: { name: string; times: number; candidate: Candidate; rates: number[] }[] = []
  for (const candidate of candidates)
    lanes.push({ name: candidate.name, times: await calibrate(candidate), candidate, rates: [] })
  for (let round = 0; round < ROUNDS; round++)
    for (const { candidate, rates, times } of lanes)
      rates.push(times / (await timeOf(candidate, times)))
  return lanes
}

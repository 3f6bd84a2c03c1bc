interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly ts: number
  readonly dur?: number | undefined
  /** Microseconds of CPU time that its thread had used before. */
  readonly tts?: number | undefined
  /** Microseconds of CPU time. */
  readonly tdur?: number | undefined
  readonly args?: { readonly data?: { readonly url?: string | undefined } | undefined } | undefined
}

/** What a script did on the main thread, in milliseconds of CPU time. */
export interface Work {
  /** Running the file of its tag. */
  readonly evaluate: number
  /** From where that began to the writing of what the page waits for; undefined where it was not written. */
  readonly stored: number | undefined
  /** All it did up to the first mark. */
  readonly whole: number
  /** What its functions did from a mark to the next one. */
  readonly after: ReadonlyMap<string, number>
}

/** Categories of the trace that are needed. */
export const CATEGORIES = ['devtools.timeline', 'v8', 'v8.execute', 'blink.user_timing']

const RUNS = [
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
  'v8.compileModule',
  'v8.evaluateModule',
]
const MARK = 'bench-'

const urlOf = ({ args }: TraceEvent): string => args?.data?.url ?? ''
const isOf = (event: TraceEvent): boolean => urlOf(event).includes('/scripts/')
const endOf = ({ dur = 0, ts }: TraceEvent): number => ts + dur

/** Those that do not happen inside another one. */
const outermost = (events: readonly TraceEvent[]): readonly TraceEvent[] => {
  const ends = new Map<string, number>()
  return events.filter((event) => {
    const thread = `${event.pid}/${event.tid}`
    const isInside = event.ts < (ends.get(thread) ?? 0)
    if (!isInside) ends.set(thread, endOf(event))
    return !isInside
  })
}

const sum = (events: readonly TraceEvent[]): number =>
  events.reduce((total, { tdur = 0 }) => total + tdur, 0) / 1000

/** Reads a trace of Chromium's; what inline scripts and the driver of the browser did is left out. */
export const readTrace = (json: string): Work => {
  const { traceEvents } = JSON.parse(json) as { readonly traceEvents: readonly TraceEvent[] }
  const sorted = [...traceEvents].sort(
    (one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0),
  )
  const marks = sorted.filter(({ name }) => name.startsWith(MARK))
  const runs = sorted.filter(({ name }) => RUNS.includes(name))
  // a module's and a microtask's run names no file: inline scripts have none, and the driver comes with the first mark
  const own = outermost(runs).filter((event) => isOf(event) || /^v8|^Run/.test(event.name))
  const called = outermost(runs.filter(isOf))
  const first = own.find(({ name }) => name === 'EvaluateScript')
  const stored = sorted.find(({ name }) => name === 'stored')
  const start = marks[0]?.ts ?? Infinity
  return {
    evaluate: (first?.tdur ?? 0) / 1000,
    stored: stored && ((stored.tts ?? NaN) - (first?.tts ?? NaN)) / 1000,
    whole: sum(own.filter(({ ts }) => ts < start)),
    after: new Map(
      marks.map(({ name, ts }, place) => {
        const end = marks[place + 1]?.ts ?? Infinity
        return [name.slice(MARK.length), sum(called.filter((run) => run.ts >= ts && run.ts < end))]
      }),
    ),
  }
}

/** For a minute a shop's word is taken: a base discount changes in days, its codes are made in bursts. */
const MEMORY = 60_000

export interface MemoryOptions {
  /** Milliseconds. @default 60000 */
  readonly memory?: number | undefined
  readonly now?: (() => number) | undefined
}

interface Entry<Value> {
  readonly value: Promise<Value>
  readonly until: number
}

/** Keeps what was read for a while, and lets those who ask at the same time read once; a failure is not kept. */
export const createMemory = <Value>({ memory = MEMORY, now = Date.now }: MemoryOptions) => {
  const entries = new Map<string, Entry<Value>>()
  return (key: string, read: () => Promise<Value>): Promise<Value> => {
    const kept = entries.get(key)
    if (kept && now() < kept.until) return kept.value
    const entry = { value: read(), until: now() + memory }
    entries.set(key, entry)
    entry.value.catch(() => {
      if (entries.get(key) === entry) entries.delete(key)
    })
    return entry.value
  }
}

/** A `Storage` in memory; `changes` put faults in place of its members. */
export const createStorage = (changes: Partial<Storage> = {}): Storage => {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (at) => [...items.keys()][at] ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => void items.set(key, value),
    ...changes,
  }
}

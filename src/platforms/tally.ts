/** So many of one thing. */
export type Tally = readonly [what: string, count: number]

/** The same text for the same things, in whatever order and however many lines; undefined for none. */
export const tally = (lines: readonly Tally[]): string | undefined => {
  const counts = new Map<string, number>()
  for (const [what, count] of lines) counts.set(what, (counts.get(what) ?? 0) + count)
  return [...counts].map(String).sort().join() || undefined
}

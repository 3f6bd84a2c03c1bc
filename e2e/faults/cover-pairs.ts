type Factors = Readonly<Record<string, readonly string[]>>
type Values = Readonly<Record<string, string>>

/** Every two values of two factors, as text. */
const pairsOf = (row: Values): readonly string[] => {
  const parts = Object.entries(row).map(([name, value]) => `${name}=${value}`)
  return parts.flatMap((one, at) => parts.slice(at + 1).map((other) => `${one} ${other}`))
}

/** Every way to take one value of each factor, as many as there are. */
export const allRows = (factors: Factors): readonly Values[] =>
  Object.entries(factors).reduce<readonly Values[]>(
    (rows, [name, values]) =>
      rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
    [{}],
  )

/** Every pair of values that there is. */
export const allPairs = (factors: Factors): ReadonlySet<string> =>
  new Set(
    Object.entries(factors).flatMap(([name, values], at, all) =>
      all
        .slice(at + 1)
        .flatMap(([other, others]) =>
          allRows({ [name]: values, [other]: others }).flatMap(pairsOf),
        ),
    ),
  )

/** Those of the pairs that the rows have. */
export const coveredBy = (rows: readonly Values[]): ReadonlySet<string> =>
  new Set(rows.flatMap(pairsOf))

/**
 * Few rows in which every value of a factor meets every value of every other one: most faults of two things take no third.
 * Each row is the one of all that has most pairs that no row before it has; the same factors give the same rows.
 */
export const coverPairs = (factors: Factors): readonly Values[] => {
  const open = new Set(allPairs(factors))
  const candidates = allRows(factors).map((row) => {
    const pairs = pairsOf(row)
    return { row, pairs, gain: pairs.length }
  })
  const rows: Values[] = []
  while (open.size) {
    let best = candidates[0]
    let most = 0
    // what a row gains never grows, so one that gained less before is not counted anew
    for (const candidate of candidates.filter(({ gain }) => gain > 0)) {
      if (candidate.gain <= most) continue
      candidate.gain = candidate.pairs.filter((pair) => open.has(pair)).length
      if (candidate.gain > most) {
        best = candidate
        most = candidate.gain
      }
    }
    if (!best) break
    rows.push(best.row)
    for (const pair of best.pairs) open.delete(pair)
  }
  return rows
}

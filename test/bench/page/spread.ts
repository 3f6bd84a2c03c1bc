const sortedOf = (figures: readonly number[]): readonly number[] =>
  [...figures].sort((one, other) => one - other)

/** The figure in the middle; NaN where there is none. */
export const medianOf = (figures: readonly number[]): number =>
  sortedOf(figures)[figures.length >> 1] ?? NaN

const short = (figure: number): string =>
  figure.toFixed(Math.abs(figure) < 10 ? (Math.abs(figure) < 1 ? 2 : 1) : 0)

/** The median and, in brackets, the least and the most; a dash where nothing was measured. */
export const spread = (figures: readonly number[]): string => {
  const sorted = sortedOf(figures)
  const [least] = sorted
  const most = sorted.at(-1)
  if (least === undefined || most === undefined) return '–'
  return `${short(medianOf(figures))} (${short(least)}–${short(most)})`
}

/** What one is to the other, by their medians: a short task is slowed down or is not, and pairs of such make no ratio. */
export const ratio = (
  figures: readonly number[],
  ...[others]: readonly [others: readonly number[]]
): number => medianOf(figures) / medianOf(others)

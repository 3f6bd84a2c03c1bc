import type { Bench, Measured } from './compare.js'

const medianOf = (sorted: readonly number[]): number => sorted[sorted.length >> 1] ?? 0

/** The medians, how far the rounds lay apart, and each candidate's part of the first, as lines of text. */
export const tabulate = ({ title, unit }: Bench, measured: readonly Measured[]): string => {
  const rows = measured.map(({ name, rates }) => {
    const sorted = [...rates].sort((one, other) => one - other)
    const median = medianOf(sorted)
    return { name, median, spread: ((sorted.at(-1) ?? 0) - (sorted[0] ?? 0)) / median }
  })
  const [first] = rows
  const width = Math.max(...rows.map(({ name }) => name.length))
  const lines = rows.map(({ name, median, spread }) =>
    [
      name.padEnd(width),
      `${median.toLocaleString('en', { maximumSignificantDigits: 3 })} ${unit}/s`.padStart(20),
      `± ${Math.round(spread * 50)} %`.padStart(8),
      `${(median / (first?.median ?? 1)).toFixed(3)} of the first`.padStart(20),
    ].join('  '),
  )
  return [
    `${title} (per CPU second, median of ${measured[0]?.rates.length} rounds)`,
    ...lines,
    '',
  ].join('\n')
}

import type { Change, Line } from './kept.js'
import { survivors } from './survivors.js'

export interface Outcome {
  readonly changes: readonly Change[]
  readonly lines: readonly Line[]
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

const table = (changes: readonly Change[], killed: ReadonlyMap<string, Line>): string => {
  const rows = [...new Set(changes.map(({ path }) => path.split('/')[1] ?? ''))].map((folder) => {
    const its = changes.filter(({ path }) => path.startsWith(`src/${folder}/`))
    const failed = its.filter(({ id }) => killed.get(id)?.killed === 'failed').length
    const late = its.filter(({ id }) => killed.get(id)?.killed === 'late').length
    return [folder, its.length, failed, late, its.length - failed - late] as const
  })
  const of = (column: 1 | 2 | 3 | 4): number => sum(rows.map((row) => row[column]))
  return [...rows, ['all', of(1), of(2), of(3), of(4)] as const]
    .map(([folder, all, failed, late, left]) => {
      const score = ((100 * (all - left)) / all).toFixed(1)
      return `${folder}: ${all} mutants, ${failed} killed, ${late} by being too slow, ${left} alive, score ${score}`
    })
    .join('\n')
}

/** What became of the mutants; `isRight` where those left alive are exactly those that are explained. */
export const tell = ({
  changes,
  lines,
}: Outcome): { readonly isRight: boolean; readonly text: string } => {
  const killed = new Map(
    lines.flatMap((line) => (line.killed && line.mutant ? [[line.mutant, line]] : [])),
  )
  const alive = changes.filter(({ id }) => !killed.has(id))
  const isExplained = ({ path, reads }: Change): boolean =>
    !!survivors[path]?.some((one) => one.reads === reads)
  const paths = new Set(changes.map(({ path }) => path))
  const unexplained = alive.filter((change) => !isExplained(change))
  const gone = Object.entries(survivors)
    .filter(([path]) => paths.has(path))
    .flatMap(([path, list]) =>
      list
        .filter(({ reads }) => !alive.some((one) => one.path === path && one.reads === reads))
        .map(({ reads }) => `${path}: no longer alive, yet explained\n  ${reads}`),
    )
  const broken = lines.flatMap(({ broken: names, file }) =>
    names ? [`${file} fails without a mutant: ${names.join(', ')}`] : [],
  )
  const said = [
    ...unexplained.map(
      ({ line, mutator, path, reads }) =>
        `${path}:${line} alive, and not explained (${mutator})\n  ${reads}`,
    ),
    ...gone,
    ...broken,
  ]
  return { isRight: !said.length, text: [...said, table(changes, killed)].join('\n') }
}

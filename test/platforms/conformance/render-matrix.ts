import type { Finding } from './finding.js'

const MARKS: Readonly<Record<Finding['outcome'], string>> = {
  passed: '✓',
  failed: '✗',
  'left out': '–',
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)]

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** The reasons, each with what it is the reason for. */
const notes = (findings: readonly Finding[], titles: readonly string[]): readonly string[] => {
  const left = findings.filter(({ outcome }) => outcome === 'left out')
  return unique(left.map(({ platform, words }) => `${platform}: ${words}`).sort()).map((note) => {
    const cases = titles.filter((title) =>
      left.some((one) => one.title === title && `${one.platform}: ${one.words}` === note),
    )
    return `– ${note} (${cases.join(', ')})`
  })
}

/**
 * A table in Markdown that can be read as it is: a row a case, in the order of the suite, a column a platform. A case that
 * a platform says nothing of has failed; one that was left out has its reason below.
 */
export const renderMatrix = (findings: readonly Finding[]): string => {
  if (!findings.length) return 'Nothing was found yet: the tests of the platforms come first.\n'
  const titles = unique(
    [...findings].sort((one, other) => one.at - other.at).map(({ title }) => title),
  )
  const platforms = unique(findings.map(({ platform }) => platform).sort())
  const markOf = (title: string, platform: string): string => {
    const found = findings.find((one) => one.title === title && one.platform === platform)
    return MARKS[found?.outcome ?? 'failed']
  }
  const first = Math.max(...titles.map(({ length }) => length))
  const cells = (title: string, of: (platform: string) => string): string =>
    row([title.padEnd(first), ...platforms.map((name) => of(name).padEnd(name.length))])

  return [
    cells('', (name) => name),
    row(['-'.repeat(first), ...platforms.map((name) => `:${'-'.repeat(name.length - 2)}:`)]),
    ...titles.map((title) => cells(title, (name) => markOf(title, name))),
    '',
    ...notes(findings, titles),
    '',
  ].join('\n')
}

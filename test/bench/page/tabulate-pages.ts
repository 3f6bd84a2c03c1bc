import type { Script } from './candidates.js'
import { EMPTY, SNIPPET } from './candidates.js'
import type { Page, Pages, Round } from './measure-pages.js'
import { medianOf, ratio, spread } from './spread.js'

type Figure = (round: Round) => number

const figuresOf = ({ rounds }: Page, figure: Figure): readonly number[] => rounds.map(figure)

const evaluate: Figure = ({ plain }) => plain.work.evaluate
const click: Figure = ({ few }) => few.work.after.get('click') ?? 0
const churn: Figure = ({ many }) => many.work.after.get('churn') ?? 0
const all =
  (kind: 'few' | 'many'): Figure =>
  ({ [kind]: { work } }) =>
    work.whole + (work.after.get('click') ?? 0)

const kilo = (bytes: number): string => (bytes / 1000).toFixed(1)

/** The cells of a page's row, by the heads of their columns; `beside` finds a page of the same run. */
const CELLS: Readonly<
  Record<string, (page: Page, beside: (name: string) => Page | undefined) => string>
> = {
  script: ({ script }) => script.name,
  'kB raw / gzip / brotli': ({ bytes: { brotli, gzip, raw } }) =>
    [raw, gzip, brotli].map(kilo).join(' / '),
  'evaluates, ms': (page) => spread(figuresOf(page, evaluate)),
  '× the snippet': (page, beside) => {
    const snippet = beside(SNIPPET)
    if (!snippet) return '–'
    return ratio(figuresOf(page, evaluate), figuresOf(snippet, evaluate)).toFixed(1)
  },
  'a landing, ms': (page) => spread(figuresOf(page, ({ few }) => few.work.whole)),
  'stored, ms': (page) =>
    spread(page.rounds.flatMap(({ few }) => few.work.stored ?? [])) +
    (page.script.keeps === 'amy' ? ', the ref' : ''),
  'a click, ms': (page) => spread(figuresOf(page, click)),
  '10,000 links': (page) =>
    page.script.name === EMPTY
      ? '–'
      : `× ${ratio(figuresOf(page, all('many')), figuresOf(page, all('few'))).toFixed(1)}`,
  'churn, ms': (page) => spread(figuresOf(page, churn)),
  'heap, kB': (page, beside) => {
    const empty = beside(EMPTY)
    const bytes = page.rounds.map(
      ({ plain }, round) => plain.heap - (empty?.rounds[round]?.plain.heap ?? 0),
    )
    return page.script.name === EMPTY ? '–' : (medianOf(bytes) / 1000).toFixed(0)
  },
  requests: ({ rounds }) =>
    [
      medianOf(rounds.map(({ plain }) => plain.requests)),
      medianOf(rounds.map(({ few }) => few.requests)),
    ].join(' / '),
}

const lineOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** The first two lines of the table. */
export const headOf = (): readonly string[] => {
  const heads = Object.keys(CELLS)
  return [lineOf(heads), lineOf(heads.map(() => '---'))]
}

/** How the row of a script begins. */
export const beginningOf = ({ name }: Script): string => `| ${name} |`

/** The table of the pages as Markdown, a row for each script. */
export const tabulatePages = ({ pages }: Pages): string => {
  const beside = (name: string): Page | undefined =>
    pages.find(({ script }) => script.name === name)
  const rows = pages.map((page) => lineOf(Object.values(CELLS).map((cell) => cell(page, beside))))
  return [...headOf(), ...rows].join('\n')
}

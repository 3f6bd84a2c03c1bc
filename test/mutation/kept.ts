import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where npm runs it: `import.meta.url` is another thing in a page. */
export const root: string = process.cwd() + '/'
export const kept = join(root, '.results/mutation')
/** All mutants, as JSON. */
export const MUTANTS = join(kept, 'mutants.json')
/** What became of them so far, a JSON a line. */
export const LINES = join(kept, 'lines.ndjson')

/** One change that a test should notice. */
export interface Change {
  readonly id: string
  readonly path: string
  readonly line: number
  readonly mutator: string
  /** What stood there, and what stands there instead. */
  readonly was: string
  readonly is: string
  /** The changed line, without space around it; where many are changed, the first and the last as one. */
  readonly reads: string
}

/** Something that a file of tests has to say. */
export interface Line {
  readonly file: string
  readonly mutant?: string
  readonly reached?: 'test' | 'load'
  readonly tried?: boolean
  readonly killed?: 'failed' | 'late'
  /** The test that failed. */
  readonly by?: string
  /** Tests that fail without a mutant. */
  readonly broken?: readonly string[]
  /** A worker of its own has to go on with this file. */
  readonly again?: boolean
  readonly done?: boolean
}

/** All that was said so far. */
export const readLines = (): readonly Line[] =>
  readFileSync(LINES, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Line => JSON.parse(line))

export const write = (line: Line): void => appendFileSync(LINES, JSON.stringify(line) + '\n')

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { proofs } from './proofs.js'
import { readTitles } from './read-titles.js'

const [, section = ''] =
  /\n## Guarantees\n([^]*?)\n## /.exec(readFileSync('README.md', 'utf8')) ?? []
/** Number and name of every sentence, as in `3. **The name.** …`, in the order of the README. */
const sentences = [...section.matchAll(/^(\d+)\. (?:\*\*(.+?)\.?\*\*)?/gm)].map(
  ([, number, name]) => [Number(number), name] as const,
)
const titlesOf = (file: string): readonly string[] =>
  existsSync(file) ? readTitles(file, readFileSync(file, 'utf8')) : []

describe('the guarantees of the README', () => {
  it('are numbered and named, and each has a proof', () => {
    expect(sentences.length).toBeGreaterThan(10)
    expect(sentences.map(([number]) => number)).toEqual(sentences.map((_, at) => at + 1))
    expect(proofs.map(([number, name]) => [number, name])).toEqual(sentences)
  })

  it.each(proofs)('%i, %s: its tests are there', (_number, _name, proof) => {
    const named = Object.entries(proof).flatMap(([file, titles]) =>
      titles.map((title) => ({ file, title })),
    )
    expect(named).not.toEqual([])
    expect(named.filter(({ file, title }) => !titlesOf(file).includes(title))).toEqual([])
  })
})

describe('readTitles()', () => {
  it('finds tests, tables of tests and cases, however their titles are written', () => {
    const source = `
      it('one', () => {}); test("two", () => {}); it.each([1])('%i', () => {})
      for (const name of []) test(\`with \${name}\`, async ({ page }) => {})
      // it('a comment', () => {})
      const it2 = ('no test')`
    expect(readTitles('a.test.ts', source)).toEqual(['one', 'two', '%i', 'with ${name}'])
    expect(readTitles('a-cases.ts', `const cases = { 'a case': run, other: run }`)).toEqual([
      'a case',
      'other',
    ])
  })

  it.each(['skip', 'todo', 'fixme', 'fails', 'skipIf(true)', 'runIf(isHere)'])(
    'does not count what is left out by %s',
    (how) => {
      expect(readTitles('a.test.ts', `it.${how}('one', () => {})`)).toEqual([])
      expect(readTitles('a.test.ts', `test.describe.${how}('x', () => it('one'))`)).toEqual([])
    },
  )
})

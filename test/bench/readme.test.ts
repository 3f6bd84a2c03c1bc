import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { beginningOf, headOf } from './page/tabulate-pages.js'
import { scripts } from './page/candidates.js'
import { readBlock, replaceBlock } from './readme-block.js'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

describe('the table of speed in the README', () => {
  const lines = readBlock(readme)
    .split('\n')
    .filter((line) => line.startsWith('|'))

  it('has the columns that the bench prints: npm run bench readme writes it', () => {
    expect(lines.slice(0, 2)).toEqual(headOf())
  })

  it('has a row for each script, in their order', () => {
    const rows = lines.slice(2)
    expect(rows).toHaveLength(scripts.length)
    for (const [place, script] of scripts.entries())
      expect(rows[place]).toMatch(beginningOf(script))
  })

  it('is short', () => {
    expect(lines.length).toBeLessThanOrEqual(12)
  })
})

describe('writing it', () => {
  it('replaces what stands between the markers, and nothing else', () => {
    const written = replaceBlock('a\n<!-- bench -->\nold\n<!-- /bench -->\nb\n', 'new $& lines\n')
    expect(written).toBe('a\n<!-- bench -->\nnew $& lines\n<!-- /bench -->\nb\n')
    expect(readBlock(written)).toBe('new $& lines')
  })

  it.each(['', '<!-- bench -->', '<!-- /bench --><!-- bench -->'])(
    'says what is missing where there are no markers: %s',
    (text) => {
      expect(() => replaceBlock(text, 'new')).toThrow('needs a line <!-- bench -->')
    },
  )
})

import { expect, it } from 'vitest'
import { EMPTY, OURS, SNIPPET } from './candidates.js'
import type { Round } from './measure-pages.js'
import { tabulatePages } from './tabulate-pages.js'

const round = ({ evaluate = 0, heap = 0, stored }: Partial<Record<string, number>>): Round => {
  const work = { evaluate, stored, whole: 2 * evaluate, after: new Map([['click', evaluate]]) }
  const requests = 3
  const few = { work, requests }
  return {
    plain: { work, heap, requests: 1 },
    few,
    many: { ...few, work: { ...work, whole: 5 * evaluate } },
  }
}

const pageOf = (name: string, rounds: readonly Round[]) => ({
  script: { name, from: { module: '' }, keeps: name === OURS ? ('SAVE10' as const) : undefined },
  bytes: { raw: 8454, gzip: 3926, brotli: 3510 },
  rounds,
})

const table = tabulatePages({
  browser: 'Chromium 156',
  pages: [
    pageOf(EMPTY, [round({ heap: 1_000 }), round({ heap: 2_000 }), round({ heap: 3_000 })]),
    pageOf(
      SNIPPET,
      [1, 10, 2].map((evaluate) => round({ evaluate })),
    ),
    pageOf(
      OURS,
      [3, 20, 8].map((evaluate) => round({ evaluate, stored: 1, heap: 134_000 })),
    ),
  ],
})

const cellsOf = (name: string): readonly string[] =>
  table
    .split('\n')
    .find((line) => line.startsWith(`| ${name} |`))
    ?.split(' | ')
    .slice(1) ?? []

it('figures come with how far they lay apart, and ratios are those of medians', () => {
  expect(cellsOf(OURS)).toEqual([
    '8.5 / 3.9 / 3.5',
    '8.0 (3.0–20)',
    '4.0',
    '16 (6.0–40)',
    '1.0 (1.0–1.0)',
    '8.0 (3.0–20)',
    '× 2.0',
    '0.00 (0.00–0.00)',
    '132',
    '1 / 3 |',
  ])
})

it('what was not measured is a dash', () => {
  expect(cellsOf(SNIPPET)[4]).toBe('–')
  expect(cellsOf(EMPTY).slice(6, 9)).toEqual(['–', '0.00 (0.00–0.00)', '–'])
})

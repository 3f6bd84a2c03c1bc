import { describe, expect, it } from 'vitest'

import type { Finding } from './conformance/finding.js'
import { renderMatrix } from './conformance/render-matrix.js'

const found = (platform: string, at: number, more: Partial<Finding> = {}): Finding => ({
  platform,
  title: ['empty cart', 'second code', 'remove'][at] ?? '',
  at,
  outcome: 'passed',
  words: '',
  ...more,
})

describe('the matrix of platforms and cases', () => {
  it('has a row a case in the order of the suite, and a column a platform by name', () => {
    const findings = [found('vendure', 1), found('vendure', 0), found('medusa', 0)]
    expect(
      renderMatrix([...findings, found('medusa', 1)])
        .split('\n')
        .slice(0, 4),
    ).toEqual([
      '|             | medusa | vendure |',
      '| ----------- | :----: | :-----: |',
      '| empty cart  | ✓      | ✓       |',
      '| second code | ✓      | ✓       |',
    ])
  })

  it('shows what failed, and what nobody looked at, as failed', () => {
    const findings = [found('medusa', 0, { outcome: 'failed' }), found('vendure', 0)]
    expect(
      renderMatrix([...findings, found('vendure', 2)])
        .split('\n')
        .slice(2, 4),
    ).toEqual(['| empty cart | ✗      | ✓       |', '| remove     | ✗      | ✓       |'])
  })

  it('says of each case that was left out why, once a reason', () => {
    const left = { outcome: 'left out', words: 'it has no cart' } as const
    const findings = [0, 1, 2].map((at) => found('generic', at, at ? left : {}))
    const [, , , second, , , note] = renderMatrix(findings).split('\n')
    expect(second).toBe('| second code | –       |')
    expect(note).toBe('– generic: it has no cart (second code, remove)')
  })
})

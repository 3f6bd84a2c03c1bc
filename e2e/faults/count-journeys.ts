import type { Reporter, TestCase } from '@playwright/test/reporter'

interface Journey {
  readonly outcome: string
  /** Why it may have failed, whether or not it did. */
  readonly excuse?: string
  readonly wasCached: boolean
  readonly hasLookedAgain: boolean
  readonly wasLeftAlone: boolean
}

const toText = (journeys: readonly Journey[], failed: number): string => {
  const kept = journeys.filter(({ outcome }) => outcome === 'kept')
  const lost = new Map<string, number>()
  for (const { outcome } of journeys)
    if (outcome !== 'kept') lost.set(outcome, (lost.get(outcome) ?? 0) + 1)
  const excused = [...lost].map(([excuse, count]) => `, excused ${count} (${excuse})`).join('')
  const despite = kept.filter(({ excuse }) => excuse).length
  const alone = journeys.filter(({ wasLeftAlone }) => wasLeftAlone).length
  const again = journeys.filter(({ hasLookedAgain }) => hasLookedAgain).length
  const cached = journeys.filter(({ wasCached }) => wasCached).length
  return (
    `faults: ${journeys.length + failed} journeys, kept ${kept.length}${excused}, failed ${failed}; ` +
    `${despite} kept that could have been excused, ${cached} went back to a page as it was left (${again} when the cart had changed), ` +
    `${alone} left the shop alone as it asked\n`
  )
}

/** Says in one line what became of the journeys of the matrix, and how to walk those again that failed. */
// oxlint-disable-next-line import/no-default-export -- the runner takes nothing else
export default function countJourneys(): Reporter {
  const journeys: Journey[] = []
  const failed: string[] = []
  return {
    onTestEnd: (test: TestCase, { annotations, retry, status }) => {
      // what is walked again counts as it went then
      if (status !== 'passed' && status !== 'skipped' && retry < test.retries) return
      const [, row] = /^a live discount arrives: (.*)/.exec(test.title) ?? []
      if (row && status !== 'passed' && status !== 'skipped') failed.push(row)
      for (const { description, type } of annotations)
        if (type === 'journey' && description) journeys.push(JSON.parse(description) as Journey)
    },
    onEnd: () => {
      if (journeys.length + failed.length) process.stdout.write(toText(journeys, failed.length))
      for (const row of failed)
        process.stdout.write(`again: FAULTS=all npm run e2e -- faults -g '${row}'\n`)
      return Promise.resolve()
    },
  }
}

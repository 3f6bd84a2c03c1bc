import { readTests } from './read-tests.js'
import { reportOf, runStage, say } from './run-stage.js'
import { forgetFindings } from './platforms/conformance/kept-findings.js'
import { shops, stages } from './stages.js'

// the matrix is of this run
forgetFindings()

// side by side where none is in the way of another; those of one line end before the next begin
const rounds = [
  ['lint', 'types', 'build', 'audit'],
  ['package', 'engines'],
  ['unit'],
  ['matrix'],
  ['e2e'],
  ['browsers'],
]
// these try what was built; all others run whatever failed before them, so that one run tells all
const needBuild = new Set(['package', 'e2e', 'browsers'])

let passed = 0
let failed = 0
let isBuilt = false
const run = async (stage: string): Promise<void> => {
  if (needBuild.has(stage) && !isBuilt) return say(`${stage}: left out, there is no build`)
  const count = await (stages[stage]?.() ?? runStage(stage))
  passed += count.passed
  failed += count.failed
  if (stage === 'build') isBuilt = !count.failed
}
for (const round of rounds) await Promise.all(round.map(run))
await shops.end()

for (const stage of ['e2e', 'browsers'])
  for (const { projectName, status, title } of readTests(reportOf(stage)))
    if (status === 'flaky') say(`${stage}: passed at its second try only: ${projectName}, ${title}`)

say(`${passed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0

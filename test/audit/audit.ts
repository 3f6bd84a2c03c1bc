import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { isObject } from '../../src/is-object.js'

export interface Audit {
  /** `undefined` where no registry answered. */
  readonly isClean: boolean | undefined
  readonly sentence: string
}

const parse = (answer: string): unknown => {
  try {
    return JSON.parse(answer)
  } catch {
    return undefined
  }
}

/** What `npm audit --json` printed, in one sentence; anything but a report is no answer. */
export const readAudit = (answer: string): Audit => {
  const report = parse(answer)
  const found = isObject(report) ? report['vulnerabilities'] : undefined
  if (!isObject(found))
    return {
      isClean: undefined,
      sentence: 'the registry answers no audits here, so nothing was looked up',
    }
  const names = Object.keys(found)
  return names.length
    ? { isClean: false, sentence: `something is known of ${names.join(', ')}: see npm audit` }
    : { isClean: true, sentence: 'nothing is known of any package that is installed' }
}

/** Asks the registry what is known of every package in the lock file, those of the tools included. */
export const audit = async (): Promise<Audit> => {
  const { stdout } = spawn('npm', ['audit', '--json', '--fetch-retries=0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return readAudit(await text(stdout))
}

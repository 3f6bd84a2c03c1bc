import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from './finding.js'

const directory = join(import.meta.dirname, '../../../.conformance')

/** Forgets what runs before this one found. */
export const forgetFindings = (): void => rmSync(directory, { recursive: true, force: true })

/** Keeps what a run found, in the place of what the one before it of that name did. */
export const keepFindings = (run: string, findings: readonly Finding[]): void => {
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, `${run}.json`), JSON.stringify(findings, undefined, 2))
}

/** What the last run of each name found. */
export const readFindings = (): readonly Finding[] => {
  mkdirSync(directory, { recursive: true })
  return readdirSync(directory).flatMap(
    (file) => JSON.parse(readFileSync(join(directory, file), 'utf8')) as Finding[],
  )
}

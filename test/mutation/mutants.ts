import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mutant } from '@stryker-mutator/api/core'
import { Instrumenter } from '@stryker-mutator/instrumenter'

import type { Change } from './kept.js'
import { kept, MUTANTS, root } from './kept.js'

/** The folders whose every mutant has to be killed or explained. */
export const FOLDERS = ['checkout', 'landing', 'grant', 'cart']

const silent = (): void => undefined
const logger = new Proxy(
  {},
  { get: (_, name) => (String(name).endsWith('Enabled') ? () => false : silent) },
)

const textsAt = (text: string, { location: { end, start }, replacement }: Mutant) => {
  const lines = text.split('\n').slice(start.line, end.line + 1)
  const last = lines[lines.length - 1] ?? ''
  const before = (lines[0] ?? '').slice(0, start.column)
  lines[lines.length - 1] = last.slice(0, end.column)
  lines[0] = (lines[0] ?? '').slice(start.column)
  return {
    was: lines.join('\n'),
    reads: (before + replacement + last.slice(end.column)).replace(/\s+/g, ' ').trim(),
  }
}

/** The sources with all mutants built in, each behind a switch. */
export const instrument = async (): Promise<{
  readonly changes: readonly Change[]
  readonly sources: ReadonlyMap<string, string>
}> => {
  const paths = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, 'src', folder)).map((file) => `src/${folder}/${file}`),
  )
  const texts = new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
  const files = paths.map((path) => ({
    name: join(root, path),
    content: texts.get(path) ?? '',
    mutate: true,
  }))
  const options = { plugins: null, excludedMutations: [], ignorers: [], noHeader: false }
  const made = await new Instrumenter(logger as never).instrument(files, options)
  const changes = made.mutants.map((mutant): Change => {
    const path = mutant.fileName.slice(root.length)
    return {
      id: mutant.id,
      path,
      line: mutant.location.start.line + 1,
      mutator: mutant.mutatorName,
      ...textsAt(texts.get(path) ?? '', mutant),
      is: mutant.replacement,
    }
  })
  mkdirSync(kept, { recursive: true })
  writeFileSync(MUTANTS, JSON.stringify(changes, undefined, 1))
  return { changes, sources: new Map(made.files.map(({ content, name }) => [name, content])) }
}

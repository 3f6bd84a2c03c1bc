import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ASKS = '// @vitest-environment jsdom'

/** Tests, as paths from the root, whose first line asks for a DOM. */
export const needsDom = (root: string): readonly string[] =>
  readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => `test/${path.replaceAll('\\', '/')}`)
    .filter((path) => readFileSync(join(root, path), 'utf8').startsWith(ASKS))

// @vitest-environment jsdom
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

import { openMirror } from '../support/mirror.js'

const ROOT = process.cwd()
const HEADING = '### Add a platform'

/** The section of the README, up to the next heading; undefined where there is none. */
const sectionOf = (text: string): string | undefined => {
  const after = text.split(`\n${HEADING}\n`)[1]
  // a heading stands outside of code
  return after?.split(/^(```[\s\S]*?^```)/m).reduce<{ text: string; isOver: boolean }>(
    (found, part) => {
      if (found.isOver) return found
      const at = part.startsWith('```') ? -1 : part.search(/^#{1,6} /m)
      return { text: found.text + (at < 0 ? part : part.slice(0, at)), isOver: at >= 0 }
    },
    { text: '', isOver: false },
  ).text
}

interface Block {
  readonly language: string
  /** The last path that the prose before it names. */
  readonly path: string
  readonly code: string
}

const blocksOf = (section: string): readonly Block[] =>
  [...section.matchAll(/([\s\S]*?)^```(\w*)\n([\s\S]*?)^```$/gm)].map(
    ([, prose = '', language = '', code = '']) => ({
      language,
      path: [...prose.matchAll(/`([\w./-]+\.\w+)`/g)].at(-1)?.[1] ?? '',
      code,
    }),
  )

const section = sectionOf(readFileSync(join(ROOT, 'README.md'), 'utf8'))
if (section === undefined)
  throw new Error(
    `README.md has no section "${HEADING}": how to add a platform is tested as it is written there`,
  )
const blocks = blocksOf(section)

/** The block of code that stands after a path like this one. */
const blockAt = (path: RegExp): Block => {
  const block = blocks.find((one) => path.test(one.path))
  if (!block) throw new Error(`"${HEADING}" in README.md has no code after a path like ${path}`)
  return block
}
const file = blockAt(/^src\/platforms\/[\w-]+\.ts$/)
const row = blockAt(/^package\.json$/)
const call = blockAt(/^test\/platforms\/[\w-]+\.test\.ts$/)

const mirror = openMirror(ROOT)
afterAll(mirror.remove)
for (const { code, path } of [file, call]) mirror.add(path, code)

it('is one file, one row and one test call', () => {
  expect(blocks.map(({ language }) => language)).toEqual(['ts', 'json', 'ts'])
  expect(blocks).toEqual([file, row, call])
})

it('names what gets built in the row', () => {
  const rows = JSON.parse(`{${row.code}}`) as Readonly<Record<string, object>>
  const name = /([\w-]+)\.ts$/.exec(file.path)?.[1]
  expect(rows).toEqual({
    [`./platforms/${name}`]: {
      types: `./dist/esm/platforms/${name}.d.ts`,
      default: `./dist/esm/platforms/${name}.js`,
    },
  })
})

it('compiles with the types of the project', () => {
  const config = {
    extends: join(ROOT, 'test/tsconfig.json'),
    compilerOptions: { rootDir: ROOT, typeRoots: [join(ROOT, 'node_modules/@types')] },
    include: [],
    files: [file.path, call.path],
  }
  const project = join(mirror.directory, 'tsconfig.added.json')
  writeFileSync(project, JSON.stringify(config))
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', project], {
    encoding: 'utf8',
  })
  expect(stdout).toBe('')
  expect(status).toBe(0)
}, 120_000)

// the tests of the call become tests of this file
await import(/* @vite-ignore */ join(mirror.directory, call.path)).catch((error: unknown) => {
  mirror.remove()
  throw error
})

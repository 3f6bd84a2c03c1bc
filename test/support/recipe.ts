import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openMirror } from './mirror.js'

const ROOT = process.cwd()

/** The section of a text below this heading, up to the next one; undefined where there is none. */
const sectionOf = (text: string, heading: string): string | undefined => {
  const after = text.split(`\n### ${heading}\n`)[1]
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

export interface Block {
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

export interface Recipe {
  readonly blocks: readonly Block[]
  /** The block of code that stands after a path like this one; throws where there is none. */
  readonly blockAt: (path: RegExp) => Block
  /** Writes these blocks where their paths say, in a copy of the checkout; what follows needs them there. */
  readonly write: (...blocks: readonly Block[]) => void
  /** What the compiler of the project has to say of these files: nothing, where all is well. */
  readonly compile: (...blocks: readonly Block[]) => string
  /** What a file of it exports; the tests of a test call become tests of the file that asks. */
  readonly load: (file: Block) => Promise<Readonly<Record<string, unknown>>>
  readonly remove: () => void
}

/** A section of the README that is followed as it is written, by its heading. */
export const openRecipe = (heading: string): Recipe => {
  const section = sectionOf(readFileSync(join(ROOT, 'README.md'), 'utf8'), heading)
  if (section === undefined)
    throw new Error(`README.md has no section "${heading}": it is tested as it is written there`)
  const blocks = blocksOf(section)
  const mirror = openMirror(ROOT)

  return {
    blocks,
    blockAt: (path) => {
      const block = blocks.find((one) => path.test(one.path))
      if (!block) throw new Error(`"${heading}" in README.md has no code after a path like ${path}`)
      return block
    },
    write: (...written) => {
      for (const { code, path } of written) mirror.add(path, code)
    },
    compile: (...files) => {
      const config = {
        extends: join(ROOT, 'test/tsconfig.json'),
        compilerOptions: { rootDir: ROOT, typeRoots: [join(ROOT, 'node_modules/@types')] },
        include: [],
        files: files.map(({ path }) => path),
      }
      const project = join(mirror.directory, 'tsconfig.added.json')
      writeFileSync(project, JSON.stringify(config))
      const compiler = join(ROOT, 'node_modules/typescript-native/bin/tsc')
      const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', project], {
        encoding: 'utf8',
      })
      return status === 0 ? stdout : `${status}: ${stdout}`
    },
    load: ({ path }) =>
      import(/* @vite-ignore */ join(mirror.directory, path)).catch((error: unknown) => {
        mirror.remove()
        throw error
      }),
    remove: mirror.remove,
  }
}

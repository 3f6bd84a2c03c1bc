import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { rollup } from 'rollup'
import { minify } from 'terser'
import { inject } from 'vitest'

interface Bundle {
  /** What loads at once, minified. */
  readonly code: string
  /** What is imported on demand, minified. */
  readonly onDemand: string
  /** The same without what is brought by an option of its own only. */
  readonly onEveryDemand: string
  /** The modules of this package in it, as paths below `dist/esm`. */
  readonly modules: readonly string[]
}

/** What a user's bundler makes of these lines of code, js-cookie included. */
export const bundle = async (source: string): Promise<Bundle> => {
  const entry = join(mkdtempSync(join(inject('consumer'), 'entry-')), 'user.js')
  writeFileSync(entry, source)
  const build = await rollup({
    input: entry,
    // whoever imports what is made for React has it already
    external: ['react'],
    plugins: [nodeResolve()],
    onwarn: ({ code, message }) => {
      // 'use client' means something to servers that render React, and to a bundler nothing
      if (code !== 'MODULE_LEVEL_DIRECTIVE') throw new Error(message)
    },
  })
  const { output } = await build.generate({ format: 'es' })
  const chunks = output.filter((file) => file.type === 'chunk')
  const [entryChunk] = chunks
  const isAtOnce = ({ fileName, isEntry }: { fileName: string; isEntry: boolean }): boolean =>
    isEntry || entryChunk?.imports.includes(fileName) === true
  const isByOption = ({ facadeModuleId }: { facadeModuleId: string | null }): boolean =>
    /\/(create-safe-codes|refresh-cookies|show-inspector)\.js$/.test(facadeModuleId ?? '')
  const later = chunks.filter((chunk) => !isAtOnce(chunk))
  const minified = async (some: typeof chunks): Promise<string> => {
    const texts = some.map(async ({ code }) => (await minify(code, { module: true })).code ?? '')
    return (await Promise.all(texts)).join('')
  }
  return {
    code: await minified(chunks.filter(isAtOnce)),
    onDemand: await minified(later),
    onEveryDemand: await minified(later.filter((chunk) => !isByOption(chunk))),
    modules: chunks
      .flatMap(({ moduleIds }) => moduleIds)
      .flatMap((id) => id.split('/discount-keeper/dist/esm/')[1] ?? []),
  }
}

/** The size on the wire, in bytes. */
export const gzipSize = (code: string): number => gzipSync(code, { level: 9 }).length

import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { rollup } from 'rollup'
import { minify } from 'terser'
import { inject } from 'vitest'

interface Bundle {
  readonly code: string
  /** The modules of this package in it, as paths below `dist/esm`. */
  readonly modules: readonly string[]
}

/** What a user's bundler makes of these lines of code, js-cookie included, minified. */
export const bundle = async (source: string): Promise<Bundle> => {
  const entry = join(mkdtempSync(join(inject('consumer'), 'entry-')), 'user.js')
  writeFileSync(entry, source)
  const build = await rollup({
    input: entry,
    plugins: [nodeResolve()],
    onwarn: ({ message }) => {
      throw new Error(message)
    },
  })
  const { output } = await build.generate({ format: 'es' })
  const [{ code: readable, moduleIds }] = output
  const { code = '' } = await minify(readable, { module: true })
  return {
    code,
    modules: moduleIds.flatMap((id) => id.split('/discount-keeper/dist/esm/')[1] ?? []),
  }
}

/** The size on the wire, in bytes. */
export const gzipSize = (code: string): number => gzipSync(code, { level: 9 }).length

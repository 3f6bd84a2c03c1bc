import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { inject } from 'vitest'

interface OneFile {
  readonly code: string
  /** The modules in it. */
  readonly ids: readonly string[]
}

/** One file of these lines of code and all the packages that they import; an `iife` leaves its exports in `server`. */
export const bundleOne = async (source: string, format: 'es' | 'iife'): Promise<OneFile> => {
  const root = mkdtempSync(join(inject('consumer'), 'one-'))
  const entry = join(root, 'user.js')
  writeFileSync(entry, source)
  const built = await build({
    root,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: [format], name: 'server' } },
  })
  const [output] = [built].flat()
  const [chunk] = output && 'output' in output ? output.output : []
  return chunk ? { code: chunk.code, ids: chunk.moduleIds } : { code: '', ids: [] }
}

import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build, transform } from 'esbuild'
import type { Script } from './candidates.js'

export interface Bytes {
  readonly raw: number
  /** At level 9. */
  readonly gzip: number
  /** At quality 11. */
  readonly brotli: number
}

/** How much a text weighs on its way. */
export const weigh = (text: string): Bytes => ({
  raw: Buffer.byteLength(text),
  gzip: gzipSync(text, { level: 9 }).length,
  brotli: brotliCompressSync(text).length,
})

const look = { minify: true, target: 'es2020', format: 'iife' } as const

/** The text of a script as a page would be sent it. */
export const buildScript = async ({ from }: Script): Promise<string> => {
  if ('file' in from) return readFileSync(from.file, 'utf8')
  if ('minify' in from)
    return (await transform(readFileSync(from.minify, 'utf8'), { ...look, loader: 'js' })).code
  const { outputFiles } = await build({
    ...look,
    stdin: { contents: from.module, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}

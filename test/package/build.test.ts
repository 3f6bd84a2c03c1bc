import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { SourceMap } from 'node:module'
import type { SourceMapping } from 'node:module'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readText, root } from './manifest.js'
import { run, runTool } from './run.js'

const elsewhere = mkdtempSync(join(tmpdir(), 'discount-keeper-build-'))
afterAll(() => rmSync(elsewhere, { recursive: true }))

/** The sha256 of every file of a build, by its path. */
const sumsOf = (directory: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(join(directory, 'dist'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name, parentPath }) => join(parentPath, name))
      .sort()
      .map((path) => [
        relative(directory, path),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  )

describe('the build', () => {
  it('comes out the same, byte for byte, in another place and part of the world', () => {
    for (const path of ['src', 'package.json', 'tsconfig.json', 'rollup.config.mjs'])
      cpSync(join(root, path), join(elsewhere, path), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(elsewhere, 'node_modules'))
    const build = ['env', 'TZ=Pacific/Kiritimati', 'LC_ALL=C', 'npm', 'run', '--silent', 'build']
    expect(run([...build, '--', '--silent'], elsewhere).status).toBe(0)
    const sums = sumsOf(root)
    expect(sums).toHaveProperty(['dist/discount-keeper.js.map'])
    expect(sums).toHaveProperty(['dist/integrity.json'])
    expect(sumsOf(elsewhere)).toEqual(sums)
  }, 300_000)

  it.each([
    ['dist/discount-keeper.js'],
    ['dist/discount-keeper.keeping.js', '--module'],
    ['dist/discount-keeper.woocommerce.js'],
    ['dist/discount-keeper.woocommerce.keeping.js', '--module'],
    ['dist/esm/**/*.js', '--module'],
  ])('runs in every browser that speaks ES2020: %s', (...files) => {
    const { output, status } = runTool('es-check', 'es2020', ...files)
    expect(status, output).toBe(0)
  })

  it.each(['', '.keeping', '.woocommerce', '.woocommerce.keeping'])(
    'asks to be compiled while it arrives, in the first line: discount-keeper%s.js',
    (name) => {
      // v8.dev/blog/explicit-compile-hints: anywhere else it is a comment like any other
      expect(readText(`dist/discount-keeper${name}.js`)).toMatch(
        /^\/\/# allFunctionsCalledOnLoad\n/,
      )
    },
  )
})

describe('the source map of the script tag', () => {
  const script = readText('dist/discount-keeper.js')
  const map = JSON.parse(readText('dist/discount-keeper.js.map'))

  it('is named by the script and holds every source', () => {
    expect(script).toMatch(/\n\/\/# sourceMappingURL=discount-keeper\.js\.map\n$/)
    expect(map.sources).toContain('../src/script.ts')
    expect(map.sourcesContent).toHaveLength(map.sources.length)
    for (const source of map.sourcesContent) expect(source).toEqual(expect.any(String))
  })

  it('leads from the built code to the line that was written', () => {
    const lines = script.split('\n')
    const line = lines.findIndex((text) => text.includes('cc_discount_code'))
    const column = lines[line]?.indexOf('cc_discount_code') ?? -1
    const found = new SourceMap(map).findEntry(line, column)
    const { originalLine, originalSource } = found as SourceMapping
    expect(originalSource).toMatch(/src\/names\.ts$/)
    expect(readText('src/names.ts').split('\n')[originalLine]).toContain('cc_discount_code')
  })
})

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { VERSION } from '../../src/names.js'
import { readText, root } from './manifest.js'
import { runTool } from './run.js'

describe('the package', () => {
  it('satisfies publint', () => {
    const { output, status } = runTool('publint', 'run', inject('tarball'), '--strict')
    expect(status, output).toBe(0)
  })

  it('offers types that every module resolution of today finds', () => {
    const { output, status } = runTool('attw', inject('tarball'), '--profile', 'esm-only')
    expect(status, output).toBe(0)
  })

  it('tells the version that it is published as', () => {
    const { version } = JSON.parse(readText('package.json'))
    expect(VERSION).toBe(version)
    expect(readText('dist/discount-keeper.js')).toContain(`discount-keeper.keeping.js?v=${version}`)
  })

  it('holds the build, its texts and nothing else', () => {
    const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => `dist/esm/${path.replace(/\.ts$/, '')}`)
    const packed = inject('packed')
    const isOurs = (path: string): boolean => path.startsWith('dist/esm/')
    const compiled = packed.filter((path) => isOurs(path) && path.endsWith('.js'))

    expect(packed.filter((path) => !isOurs(path)).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/discount-keeper.actions.js',
      'dist/discount-keeper.actions.js.map',
      'dist/discount-keeper.inspector.js',
      'dist/discount-keeper.inspector.js.map',
      'dist/discount-keeper.js',
      'dist/discount-keeper.js.map',
      'dist/discount-keeper.keeping.js',
      'dist/discount-keeper.keeping.js.map',
      'dist/discount-keeper.refresher.js',
      'dist/discount-keeper.refresher.js.map',
      'dist/discount-keeper.safe-codes.js',
      'dist/discount-keeper.safe-codes.js.map',
      'dist/discount-keeper.woocommerce.js',
      'dist/discount-keeper.woocommerce.js.map',
      'dist/discount-keeper.woocommerce.keeping.js',
      'dist/discount-keeper.woocommerce.keeping.js.map',
      'dist/discount-notice.js',
      'dist/discount-notice.js.map',
      'dist/integrity.json',
      'package.json',
    ])
    expect(packed.filter((path) => path.endsWith('.d.ts')).sort()).toEqual(
      sources.map((source) => `${source}.d.ts`).sort(),
    )
    expect(sources.map((source) => `${source}.js`)).toEqual(expect.arrayContaining(compiled))
    expect(packed.filter(isOurs)).toHaveLength(sources.length + 2 * compiled.length)
    expect(packed).toEqual(expect.arrayContaining(compiled.map((path) => `${path}.map`)))
  })
})

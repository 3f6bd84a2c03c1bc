import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { entries, modules, readText } from './manifest.js'
import { run } from './run.js'

const importInNode = (specifier: string): string => `
  const touched = []
  for (const name of ['window', 'document', 'location', 'localStorage', 'sessionStorage', 'fetch'])
    Object.defineProperty(globalThis, name, { get: () => void touched.push(name) })
  const module = await import('${specifier}')
  console.log(JSON.stringify({ touched, names: Object.keys(module) }))`

describe('exports', () => {
  it.each(entries)(
    '$specifier is named in full and brings its types',
    ({ specifier, types, file }) => {
      expect(specifier).not.toContain('*')
      const installed = join(inject('consumer'), 'node_modules/discount-keeper')
      expect(existsSync(join(installed, types))).toBe(true)
      expect(existsSync(join(installed, file))).toBe(true)
    },
  )

  it.each(modules)('$specifier touches nothing of a browser when imported', ({ specifier }) => {
    const node = ['node', '--input-type=module', '--eval', importInNode(specifier)]
    const { status, output } = run(node, inject('consumer'))
    expect(status, output).toBe(0)
    const { names, touched } = JSON.parse(output)
    expect(touched).toEqual([])
    expect(names).not.toEqual([])
  })

  it('hold every subpath that the README names', () => {
    const quoted = readText('README.md').matchAll(/['"`](discount-keeper(?:\/[\w./-]+)?)['"`]/g)
    const named = new Set([...quoted].map(([, specifier]) => specifier))
    expect(named).toContain('discount-keeper')
    expect(entries.map(({ specifier }) => specifier)).toEqual(expect.arrayContaining([...named]))
  })
})

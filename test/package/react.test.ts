import { describe, expect, it } from 'vitest'
import { bundle, gzipSize } from './bundle.js'
import { readText } from './manifest.js'

/** What an import weighs beside React itself, gzipped and in bytes, a little rounded up: it may only go down. */
const CEILING = 1100
const USER = `import { DiscountProvider, useDiscount } from 'discount-keeper/react'
console.log(DiscountProvider, useDiscount)`

describe('discount-keeper/react', () => {
  it('brings hooks, and of the keeper the names of its events', async () => {
    const { code, modules, onDemand } = await bundle(USER)
    const others = modules.filter((module) => !module.startsWith('react/'))
    expect(others).toEqual(['event-log.js'])
    expect(onDemand).toBe('')
    expect(code).not.toMatch(/localStorage|cookie|fetch/)
    process.stdout.write(`import of discount-keeper/react: ${gzipSize(code)} gzip\n`)
    expect(gzipSize(code)).toBeLessThanOrEqual(CEILING)
  })

  it('leaves React to its user, who may have none', async () => {
    const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(
      readText('package.json'),
    )
    expect(dependencies).not.toHaveProperty('react')
    expect(peerDependencies).toEqual({ react: '>=18' })
    expect(peerDependenciesMeta).toEqual({ react: { optional: true } })
  })

  it('may be named by a server component', () => {
    expect(readText('dist/esm/react/index.js')).toMatch(/^'use client';\n/)
  })
})

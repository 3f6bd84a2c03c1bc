import { describe, expect, it } from 'vitest'
import { bundle } from './bundle.js'
import { modules, readText } from './manifest.js'

const PLATFORM = /^discount-keeper\/platforms\//
const platforms = modules
  .map(({ specifier }) => specifier)
  .filter((specifier) => PLATFORM.test(specifier))

// other files of the folder are what platforms share
const toPlatform = (module: string): string | undefined =>
  platforms
    .map((specifier) => specifier.replace(PLATFORM, ''))
    .find((name) => name === /^platforms\/([^/]+?)(?:\.js|\/)/.exec(module)?.[1])

describe.each(['discount-keeper.js', 'discount-keeper.keeping.js'])('dist/%s', (file) => {
  const script = readText(`dist/${file}`)

  it.each(['graphql', 'wc/store'])('holds nothing of another platform: %s', (word) => {
    expect(script).not.toContain(word)
  })

  it.each(['innerHTML', 'eval(', 'unload', 'setInterval', 'MutationObserver'])(
    'leaves alone what harms a page: %s',
    (word) => {
      expect(script).not.toContain(word)
    },
  )
})

describe('an import', () => {
  it('of the core brings no shop system', async () => {
    const { code, modules: bundled, onDemand } = await bundle(`export * from 'discount-keeper'`)
    expect(code + onDemand).not.toMatch(/cart\/update\.js|graphql|wc\/store/)
    expect(new Set(bundled.flatMap((module) => toPlatform(module) ?? []))).toEqual(
      new Set(['generic']),
    )
  })

  it.each(platforms)('of %s brings no other', async (specifier) => {
    const { modules: bundled } = await bundle(`export * from '${specifier}'`)
    expect(new Set(bundled.flatMap((module) => toPlatform(module) ?? []))).toEqual(
      new Set([specifier.replace(PLATFORM, '')]),
    )
  })
})

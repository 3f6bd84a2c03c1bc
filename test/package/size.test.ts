import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { bundle, gzipSize } from './bundle.js'
import { modules, readText } from './manifest.js'

const PREFIX = 'discount-keeper/platforms/'
const specifiers = modules
  .map(({ specifier }) => specifier)
  .filter((specifier) => specifier.startsWith(PREFIX))
const toPlatform = (specifier: string): string => specifier.slice(PREFIX.length)

const toName = (specifier: string): string =>
  specifier.replace(/^.*\//, '').replace(/-./g, ([, letter]: string) => `${letter?.toUpperCase()}`)

const userOf = (
  specifier: string,
): string => `import { createDiscountKeeper } from 'discount-keeper'
import { ${toName(specifier)} } from '${specifier}'
createDiscountKeeper({ platform: ${toName(specifier)}({}) }).start()`

/** Bytes. What every page loads has a bar; what is loaded once there is something to keep may not grow by the way. */
const BAR = { script: 10_000, scriptGzip: 4096, importGzip: 3500 }
const CEILING = {
  keepingGzip: 20_800,
  wooKeepingGzip: 21_800,
  safeCodesGzip: 4_400,
  refresherGzip: 1000,
}
/** Bytes gzipped of what a platform brings on demand, without what options of their own bring; one that is new has some room. */
const LATER: Readonly<Record<string, number>> = {
  generic: 18_250,
  medusa: 19_850,
  'shopify-storefront': 21_700,
  'shopify-theme': 21_600,
  vendure: 20_550,
  woocommerce: 21_950,
}

const tell = (what: string, ...[text, bar]: readonly [text: string, bar: string]): number => {
  const gzip = gzipSize(text)
  process.stdout.write(`${what}: ${Buffer.byteLength(text)} bytes, ${gzip} gzip (${bar})\n`)
  return gzip
}

describe('size', () => {
  it.each(['', '.woocommerce'])('of the script tag%s', (name) => {
    const file = `dist/discount-keeper${name}.js`
    const script = readText(file)
    const bar = `at most ${BAR.script} and ${BAR.scriptGzip}`
    const gzip = tell(file, script, bar)
    expect.soft(Buffer.byteLength(script)).toBeLessThanOrEqual(BAR.script)
    expect.soft(gzip).toBeLessThanOrEqual(BAR.scriptGzip)
  })

  it.each([
    ['', CEILING.keepingGzip],
    ['.woocommerce', CEILING.wooKeepingGzip],
  ])('of what the script tag%s brings once there is something to keep', (name, ceiling) => {
    const file = `dist/discount-keeper${name}.keeping.js`
    const gzip = tell(file, readText(file), 'on demand')
    expect(gzip).toBeLessThanOrEqual(ceiling)
  })

  it.each([
    ['safe-codes', CEILING.safeCodesGzip],
    ['refresher', CEILING.refresherGzip],
  ])('of what the option %s adds', (name, ceiling) => {
    const file = `dist/discount-keeper.${name}.js`
    expect(tell(file, readText(file), 'on demand')).toBeLessThanOrEqual(ceiling)
  })

  it.each(specifiers)('of an import with %s alone', async (specifier) => {
    const platform = toPlatform(specifier)
    const { code, onEveryDemand } = await bundle(userOf(specifier))
    const now = tell(`import with ${platform}`, code, `at most ${BAR.importGzip} gzip`)
    expect.soft(now).toBeLessThanOrEqual(BAR.importGzip)
    const later = tell(`import with ${platform}`, onEveryDemand, 'on demand')
    expect.soft(later).toBeLessThanOrEqual(LATER[platform] ?? 22_000)
  })
})

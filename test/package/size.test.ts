import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { bundle, gzipSize } from './bundle.js'
import { readText } from './manifest.js'

const USER = `import { createDiscountKeeper } from 'discount-keeper'
import { shopifyTheme } from 'discount-keeper/platforms/shopify-theme'
createDiscountKeeper({ platform: shopifyTheme() }).start()`

/** Bytes. What every page loads has a bar; what is loaded once there is something to keep may not grow by the way. */
const BAR = { script: 10_000, scriptGzip: 4096, importGzip: 3500 }
const CEILING = { keepingGzip: 18_500, onDemandGzip: 24_000, wooKeepingGzip: 20_500 }

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

  it('of an import with one platform', async () => {
    const { code, onDemand } = await bundle(USER)
    const gzip = tell('import with shopifyTheme', code, `at most ${BAR.importGzip} gzip`)
    expect.soft(gzip).toBeLessThanOrEqual(BAR.importGzip)
    const later = tell('import with shopifyTheme', onDemand, 'on demand')
    expect.soft(later).toBeLessThanOrEqual(CEILING.onDemandGzip)
  })
})

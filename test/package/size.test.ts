import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { bundle, gzipSize } from './bundle.js'
import { readText } from './manifest.js'

const USER = `import { createDiscountKeeper } from 'discount-keeper'
import { shopifyTheme } from 'discount-keeper/platforms/shopify-theme'
createDiscountKeeper({ platform: shopifyTheme() }).start()`

/**
 * What the builds weighed when last looked at, in bytes, a little rounded up: they may only go down. The bars they have
 * to come down to are 10,000 raw and 4,096 gzip for the script tag, 3,500 gzip for an import with one platform.
 */
const CEILING = { script: 30_700, scriptGzip: 12_800, importGzip: 12_500 }

const tell = (what: string, raw: number, gzip: number): void => {
  process.stdout.write(`${what}: ${raw} bytes, ${gzip} gzip\n`)
}

describe('size', () => {
  it('of the script tag does not grow', () => {
    const script = readText('dist/discount-keeper.js')
    const raw = Buffer.byteLength(script)
    const gzip = gzipSize(script)
    tell('dist/discount-keeper.js (bars 10000 and 4096)', raw, gzip)
    expect.soft(raw).toBeLessThanOrEqual(CEILING.script)
    expect.soft(gzip).toBeLessThanOrEqual(CEILING.scriptGzip)
  })

  it('of an import with one platform does not grow', async () => {
    const { code } = await bundle(USER)
    const gzip = gzipSize(code)
    tell('import with shopifyTheme (bar 3500 gzip)', code.length, gzip)
    expect(gzip).toBeLessThanOrEqual(CEILING.importGzip)
  })
})

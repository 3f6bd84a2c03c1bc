import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { bundle, gzipSize } from './bundle.js'
import { readText } from './manifest.js'

const USER = `import { createDiscountKeeper } from 'discount-keeper'
import { shopifyTheme } from 'discount-keeper/platforms/shopify-theme'
createDiscountKeeper({ platform: shopifyTheme() }).start()`

describe('size', () => {
  it('of the script tag stays within what shops accept', () => {
    const script = readText('dist/discount-keeper.js')
    const raw = Buffer.byteLength(script)
    const gzip = gzipSize(script)
    process.stdout.write(`dist/discount-keeper.js: ${raw} bytes, ${gzip} gzip\n`)
    expect.soft(raw).toBeLessThanOrEqual(10_000)
    expect.soft(gzip).toBeLessThanOrEqual(4096)
  })

  it('of an import with one platform stays small', async () => {
    const { code } = await bundle(USER)
    const gzip = gzipSize(code)
    process.stdout.write(`import with shopifyTheme: ${code.length} bytes, ${gzip} gzip\n`)
    expect(gzip).toBeLessThanOrEqual(3500)
  })
})

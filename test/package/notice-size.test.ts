import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { bundle, gzipSize } from './bundle.js'
import { readText } from './manifest.js'
import { runTool } from './run.js'

/** What the build weighed when last looked at, in bytes, a little rounded up: it may only go down. */
const CEILING = { raw: 12_300, gzip: 5_350 }

describe('dist/discount-notice.js', () => {
  const script = readText('dist/discount-notice.js')

  it('does not grow', () => {
    const [raw, gzip] = [Buffer.byteLength(script), gzipSize(script)]
    process.stdout.write(`dist/discount-notice.js: ${raw} bytes, ${gzip} gzip\n`)
    expect.soft(raw).toBeLessThanOrEqual(CEILING.raw)
    expect.soft(gzip).toBeLessThanOrEqual(CEILING.gzip)
  })

  it('runs in every browser that speaks ES2020', () => {
    const { output, status } = runTool('es-check', 'es2020', 'dist/discount-notice.js')
    expect(status, output).toBe(0)
  })

  it.each(['innerHTML', 'eval(', 'setInterval', 'MutationObserver', 'localStorage', 'fetch('])(
    'leaves alone what harms a page: %s',
    (word) => {
      expect(script).not.toContain(word)
    },
  )
})

describe('the keeper and the notice', () => {
  it('do not bring each other', async () => {
    const notice = await bundle(`export * from 'discount-keeper/notice'`)
    expect(notice.modules.filter((module) => !module.startsWith('notice/'))).toEqual([])
    const keeper = await bundle(`export * from 'discount-keeper'`)
    expect(keeper.modules.filter((module) => module.startsWith('notice/'))).toEqual([])
    expect(readText('dist/discount-keeper.js')).not.toContain('discount-notice')
  })
})

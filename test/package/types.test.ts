import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { root } from './manifest.js'
import { run } from './run.js'

const GOOD = `import { createDiscountKeeper } from 'discount-keeper'
import { shopifyTheme } from 'discount-keeper/platforms/shopify-theme'
import { defineDiscountNotice } from 'discount-keeper/notice'
import 'discount-keeper/discount-keeper.js'
import 'discount-keeper/discount-notice.js'
const keeper = createDiscountKeeper({ platform: shopifyTheme(), ttlDays: 30 })
const stop = keeper.on('applied', ({ grant }) => console.log(grant.code))
export const codes: readonly string[] = keeper.grants.map(({ code }) => code)
stop()
defineDiscountNotice()
document.createElement('discount-notice').texts = { applied: '{code} gilt', days: { other: '' } }
`
const BAD = `import { createDiscountKeeper } from 'discount-keeper'
createDiscountKeeper({ ttlDayz: 30 })
`

const SERVER = `import { createMintHandler } from 'discount-keeper/server'
import type { Minter } from 'discount-keeper/server'
const minter: Minter = { name: 'mine', longest: 64, mint: async () => 'minted' }
const answer: (request: Request) => Promise<Response> = createMintHandler({
  keys: ['x'.repeat(32)],
  origins: ['https://shop.example'],
  findOffers: ({ word }) => (word ? { id: word, base: 'CREATOR20' } : undefined),
  minter,
  limits: { offer: { consume: async (key: string | number) => ({ msBeforeNext: Number(key) }) } },
})
export default { fetch: answer }
`

const compile = (source: string, compilerOptions: object = {}): string => {
  const project = mkdtempSync(join(inject('consumer'), 'types-'))
  const config = {
    compilerOptions: {
      target: 'es2020',
      lib: ['es2020', 'dom'],
      types: [],
      strict: true,
      noEmit: true,
      ...compilerOptions,
    },
  }
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(config))
  writeFileSync(join(project, 'user.mts'), source)
  return run([join(root, 'node_modules/.bin/tsc')], project).output
}

describe('the types', () => {
  it.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])(
    'compile in a project of their own with module %s, resolution %s',
    (module, moduleResolution) => {
      expect(compile(GOOD, { module, moduleResolution })).toBe('')
    },
  )

  it('of the server part compile where there is no browser', () => {
    const typeRoots = [join(root, 'node_modules/@types')]
    expect(
      compile(SERVER, { module: 'nodenext', lib: ['es2022'], typeRoots, types: ['node'] }),
    ).toBe('')
  })

  it('refuse an option that does not exist', () => {
    expect(compile(BAD, { module: 'nodenext' })).toContain('ttlDayz')
  })
})

import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { VERSION } from '../../src/names.js'

const APP = 'examples/shopify-app/'
const FILES = [
  'discount-keeper.actions.js',
  'discount-keeper.inspector.js',
  'discount-keeper.safe-codes.js',
  'discount-keeper.refresher.js',
  'discount-keeper.js',
  'discount-keeper.keeping.js',
  'discount-notice.js',
]

let copy = ''
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'discount-keeper-app-'))
  cpSync(APP + 'sync-assets.mjs', join(copy, 'sync-assets.mjs'))
})
afterEach(() => rmSync(copy, { recursive: true }))

/** Built files, as a package has them, in a folder of the copy. */
const putFiles = (folder: string): void => {
  mkdirSync(join(copy, folder), { recursive: true })
  for (const name of FILES)
    writeFileSync(join(copy, folder, name), `'${name}'\n//# sourceMappingURL=${name}.map\n`)
}

const sync = (...args: readonly string[]): Readonly<Record<string, string>> => {
  execFileSync(process.execPath, ['sync-assets.mjs', ...args], { cwd: copy, stdio: 'pipe' })
  const assets = join(copy, 'extensions/discount-keeper/assets')
  return Object.fromEntries(
    readdirSync(assets).map((name) => [name, readFileSync(join(assets, name), 'utf8')]),
  )
}

describe('the script files of the extension', () => {
  const expected = Object.fromEntries(FILES.map((name) => [name, `'${name}'\n`]))

  it('come from a folder that is named, without the way to their maps', () => {
    putFiles('built')
    expect(sync('built')).toEqual(expected)
  })

  it('come from the package that is installed', () => {
    const installed = 'node_modules/discount-keeper/'
    putFiles(installed + 'dist')
    const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: object }
    writeFileSync(
      join(copy, installed, 'package.json'),
      JSON.stringify({ name: 'discount-keeper', type: 'module', exports }),
    )
    expect(sync()).toEqual(expected)
  })

  it('are missed, and the command fails, where nothing was built', () => {
    expect(() => sync('built')).toThrow(/ENOENT/)
  })

  it('are not kept in the repository', () => {
    const ignored = readFileSync(APP + '.gitignore', 'utf8')
    expect(ignored).toContain('extensions/discount-keeper/assets/*.js\n')
  })
})

describe('the app', () => {
  it('asks for this version of the package', () => {
    const { dependencies } = JSON.parse(readFileSync(APP + 'package.json', 'utf8')) as {
      readonly dependencies: Readonly<Record<string, string>>
    }
    expect(dependencies['discount-keeper']).toBe(`^${VERSION}`)
  })

  it('speaks the version of the API that its function is written for', () => {
    const versionIn = (file: string): string =>
      /^api_version = "(.*)"$/m.exec(readFileSync(APP + file, 'utf8'))?.[1] ?? ''
    expect(versionIn('shopify.app.toml')).toBe('2026-07')
    expect(versionIn('extensions/anti-leak-discount/shopify.extension.toml')).toBe('2026-07')
  })
})

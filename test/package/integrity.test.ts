import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { entries, modules } from './manifest.js'

const readPacked = (path: string): string =>
  readFileSync(join(inject('consumer'), 'node_modules/discount-keeper', path), 'utf8')

it('dist/integrity.json holds the sha384 of every script file, and of nothing else', () => {
  const scripts = entries.filter((entry) => !modules.includes(entry)).map(({ file }) => file)
  const sums = scripts.map((file) => {
    const sum = createHash('sha384').update(readPacked(file)).digest('base64')
    return [basename(file), `sha384-${sum}`] as const
  })
  expect(sums.map(([name]) => name)).toContain('discount-keeper.keeping.js')
  expect(JSON.parse(readPacked('dist/integrity.json'))).toEqual(Object.fromEntries(sums))
})

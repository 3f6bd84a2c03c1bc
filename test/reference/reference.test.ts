import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { generateReference } from './generate-reference.js'

const elsewhere = mkdtempSync(join(tmpdir(), 'discount-keeper-reference-'))
afterAll(() => rmSync(elsewhere, { recursive: true }))

const readAll = (directory: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md'))
      .sort()
      .map((path) => [path, readFileSync(join(directory, path), 'utf8')]),
  )

it('the reference is what the docstrings say: npm run reference writes it', async () => {
  await generateReference(elsewhere)
  expect(readAll('examples/reference')).toEqual(readAll(elsewhere))
}, 300_000)

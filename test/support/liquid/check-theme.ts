import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { check } from '@shopify/theme-check-node'

/** A change of one file: the new text of it, or a function of the old. */
export type Change = string | ((old: string) => string)

/** Copies a theme or a theme app extension, changes files in the copy, and answers Theme Check's offences as `Check: message`. */
export const checkTheme = async (
  folder: string,
  changes: Readonly<Record<string, Change>> = {},
): Promise<readonly string[]> => {
  const copy = mkdtempSync(join(tmpdir(), 'discount-keeper-theme-'))
  try {
    cpSync(folder, copy, { recursive: true })
    for (const [name, change] of Object.entries(changes)) {
      const file = join(copy, name)
      mkdirSync(dirname(file), { recursive: true })
      const text = typeof change === 'string' ? change : change(readFileSync(file, 'utf8'))
      writeFileSync(file, text)
    }
    const offences = await check(copy)
    return offences.map(({ check: name, message }) => `${name}: ${message}`)
  } finally {
    rmSync(copy, { recursive: true })
  }
}

/**
 * Copies the script files into the theme app extension: `node sync-assets.mjs [folder]`. Without a folder they are those of
 * the `discount-keeper` that is installed.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const FILES = [
  'discount-keeper.js',
  'discount-keeper.keeping.js',
  'discount-keeper.actions.js',
  'discount-keeper.inspector.js',
  'discount-keeper.safe-codes.js',
  'discount-keeper.refresher.js',
  'discount-notice.js',
]
const TARGET = fileURLToPath(new URL('extensions/discount-keeper/assets/', import.meta.url))

const [folder] = process.argv.slice(2)
const locate = (name) =>
  folder ? resolve(folder, name) : fileURLToPath(import.meta.resolve(`discount-keeper/${name}`))

await mkdir(TARGET, { recursive: true })
for (const name of FILES) {
  const code = await readFile(locate(name), 'utf8')
  // the maps stay behind
  await writeFile(TARGET + name, code.replace(/^\/\/# sourceMappingURL=.*\n?/m, ''))
}

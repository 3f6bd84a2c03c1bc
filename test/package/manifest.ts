import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

interface Manifest {
  readonly name: string
  readonly exports: Readonly<Record<string, { readonly types: string; readonly default: string }>>
}

/** The checkout this test belongs to. */
export const root: string = fileURLToPath(new URL('../..', import.meta.url))

/** A file of the checkout as text. */
export const readText = (path: string): string =>
  readFileSync(new URL(path, `file://${root}`), 'utf8')

const manifest: Manifest = JSON.parse(readText('package.json'))

/** Every row of `exports`: what a user imports, and the files that answer. */
export const entries = Object.entries(manifest.exports).map(([subpath, files]) => ({
  specifier: subpath.replace(/^\./, manifest.name),
  types: files.types,
  file: files.default,
}))

/** The rows that are modules; the others are scripts that act when loaded. */
export const modules = entries.filter(({ file }) => file.startsWith('./dist/esm/'))

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import type { ShopData } from '../src/shop/load-shop.js'

/** How React is built: with `development` it says what is wrong, and strict mode rehearses. */
export type Mode = 'production' | 'development'

export interface BuiltShop {
  /** What the browser may have. */
  readonly directory: string
  /** The page around the app. */
  readonly template: string
  /** The app as the server sends it. */
  readonly render: (path: string, data: ShopData) => string
  readonly remove: () => void
}

const root = join(import.meta.dirname, '..')

/** Builds the storefront twice, for the browser and for the server, into a folder of its own. */
export const buildShop = async (mode: Mode): Promise<BuiltShop> => {
  mkdirSync(join(root, 'dist'), { recursive: true })
  const directory = mkdtempSync(join(root, 'dist', `${mode}-`))
  const common = {
    root,
    logLevel: 'warn' as const,
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
  }
  const client = join(directory, 'client')
  await build({ ...common, build: { outDir: client, minify: mode === 'production' } })
  const server = join(directory, 'server')
  await build({ ...common, build: { outDir: server, ssr: 'src/entry-server.tsx' } })
  const entry = pathToFileURL(join(server, 'entry-server.js')).href
  // oxlint-disable-next-line no-unsafe-type-assertion -- built from there just now
  const { render } = (await import(entry)) as Pick<BuiltShop, 'render'>
  return {
    directory: client,
    render,
    template: readFileSync(join(client, 'index.html'), 'utf8'),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  }
}

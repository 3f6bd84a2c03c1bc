import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Hono } from 'hono'
import type { Served } from './serve.js'
import { serve } from './serve.js'

const root = join(import.meta.dirname, '../..')
const shared = join(import.meta.dirname, 'page')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
}

export interface StorefrontOptions {
  /** The folder with the shop's own scripts, `storefront.js` and what it imports; the page is the same for all. */
  readonly directory: string
  /** What these scripts read of `/config.json`. */
  readonly config: object
  /** What the storefront's own server answers besides. */
  readonly routes?: Hono | undefined
}

/** Serves a shop's pages without a build step: they import the modules of this package as built, by an import map. */
export const serveStorefront = (options: StorefrontOptions): Promise<Served> => {
  const { config, directory, routes = new Hono() } = options
  const fileOf = (path: string): string => {
    if (path === '/js-cookie.js') return join(root, 'node_modules/js-cookie/dist/js.cookie.mjs')
    if (path.startsWith('/esm/')) return join(root, 'dist', path)
    if (path === '/page.js') return join(shared, path)
    return path.endsWith('.js') ? join(directory, path) : join(shared, 'index.html')
  }
  const app = new Hono()
  app.get('/config.json', (context) => context.json(config))
  app.route('/', routes)
  app.get('*', async (context) => {
    const file = fileOf(context.req.path)
    const body = await readFile(file).catch(() => undefined)
    const headers = { 'content-type': TYPES[extname(file)] ?? 'text/plain' }
    return body ? context.body(new Uint8Array(body), 200, headers) : context.notFound()
  })
  return serve(app.fetch)
}

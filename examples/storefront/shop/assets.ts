import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { Hono } from 'hono'
import type { ShopEnv } from './state.js'

// The theme's own files first, then what the project builds.
const FOLDERS = [
  new URL('../theme/assets/', import.meta.url),
  new URL('../../../dist/', import.meta.url),
]

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
}

const find = async (name: string): Promise<Buffer<ArrayBuffer> | undefined> => {
  for (const folder of FOLDERS) {
    const file = await readFile(new URL(name, folder)).catch(() => undefined)
    if (file) return file
  }
  return undefined
}

/** `/assets/NAME`: files of the theme and the built SDK; below `/assets/esm/` its modules, for pages without a bundler. */
export const assets = (): Hono<ShopEnv> => {
  const app = new Hono<ShopEnv>()
  app.get('/assets/:name{(?:esm/(?:[a-z0-9-]+/)*)?[a-z0-9][a-z0-9.-]*}', async (c) => {
    const name = c.req.param('name')
    const file = await find(name)
    if (!file) return c.notFound()
    const type = TYPES[extname(name)] ?? 'application/octet-stream'
    return c.body(file, 200, {
      'content-type': type,
      'cache-control': 'no-cache',
      // as a CDN does: modules come by CORS, and a sandboxed page has an origin of its own
      'access-control-allow-origin': '*',
    })
  })
  return app
}

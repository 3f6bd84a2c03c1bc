import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const root = join(import.meta.dirname, '../..')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}

export interface StorefrontOptions {
  /** The folder with `index.html`, which stands for every page. */
  readonly directory: string
  /** What the page's scripts read of `/config.json`. */
  readonly config: object
}

export interface Storefront {
  readonly url: string
  readonly close: () => Promise<void>
}

/** Serves a page without a build step: it imports the modules of this package as built, by an import map. */
export const serveStorefront = async (options: StorefrontOptions): Promise<Storefront> => {
  const { config, directory } = options
  const fileOf = (path: string): string => {
    if (path === '/js-cookie.js') return join(root, 'node_modules/js-cookie/dist/js.cookie.mjs')
    if (path.startsWith('/esm/')) return join(root, 'dist', path)
    return join(directory, path.endsWith('.js') ? path : 'index.html')
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const answer = (status: number, type: string, body: string | Buffer): void => {
      response.writeHead(status, { 'content-type': type }).end(body)
    }
    if (pathname === '/config.json') {
      answer(200, 'application/json', JSON.stringify(config))
      return
    }
    const file = fileOf(pathname)
    readFile(file).then(
      (body) => answer(200, TYPES[extname(file)] ?? 'text/javascript', body),
      () => answer(404, 'text/plain', 'Not found'),
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

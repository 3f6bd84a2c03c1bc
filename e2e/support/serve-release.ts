import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Release {
  /** The folder of the assets, on an origin of its own. */
  readonly assets: string
  /** Names of the files asked for. */
  readonly asked: readonly string[]
  readonly close: () => void
}

/** Serves the built files as a content network does: from a folder for each release, with these headers. */
export const serveRelease = async (headers: Readonly<Record<string, string>>): Promise<Release> => {
  const asked: string[] = []
  const answer = async (path = ''): Promise<Buffer> => {
    const name = /^\/extensions\/12\/assets\/([\w.-]+)(\?|$)/.exec(path)?.[1] ?? ''
    asked.push(name)
    return readFile(new URL(`../../dist/${name}`, import.meta.url))
  }
  const server = createServer((request, response) => {
    answer(request.url).then(
      (body) =>
        response.writeHead(200, { 'content-type': 'text/javascript', ...headers }).end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const close = (): void => {
    server.close()
    server.closeAllConnections()
  }
  return { assets: `http://127.0.0.1:${port}/extensions/12/assets/`, asked, close }
}

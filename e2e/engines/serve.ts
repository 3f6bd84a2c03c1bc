import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'

export interface Served {
  /** The origin, such as `http://127.0.0.1:40001`. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** Answers requests on a port of its own. */
export const serve = async (
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<Served> => {
  const server = createAdaptorServer({ fetch })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        if ('closeAllConnections' in server) server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import type { Driven, Session } from './driven.js'
import type { WebKitPaths } from './find-webkit.js'
import { sendByHttp } from './send-by-http.js'
import { startProcess } from './start-process.js'
import { untilWorks } from './tab.js'

const SWITCHES: readonly string[] = [
  '--automation',
  // in Safari since 26.2, here behind a switch
  '--features=+NavigationAPI',
  '--javascript-can-open-windows-automatically=true',
]

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Starts WebKitGTK's small browser, on a screen of its own, with its driver, which has one session. */
export const startWebKit = async ({ browser, driver, screen }: WebKitPaths): Promise<Driven> => {
  // without `-noreset` some sessions never start
  const display = startProcess([screen, '-displayfd', '1', '-noreset', '-nolisten', 'tcp'])
  const port = await freePort()
  const env = { DISPLAY: `:${await display.firstLine()}`, NO_AT_BRIDGE: '1' }
  const driving = startProcess([driver, `--port=${port}`], env)
  const stop = async (): Promise<void> => {
    await driving.stop()
    await display.stop()
  }
  const root = `http://127.0.0.1:${port}/session`
  const options = { binary: browser, args: SWITCHES }
  try {
    const given = { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } }
    const { sessionId, capabilities } = (await untilWorks(() =>
      sendByHttp(root)({ name: 'NewSession', given }),
    )) as Session
    return {
      send: sendByHttp(`${root}/${sessionId}`),
      version: `webkitgtk ${capabilities.browserVersion}`,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import type { WebKitPaths } from './find-webkit.js'
import { sendCommand } from './send-command.js'
import { startProcess } from './start-process.js'
import { untilWorks } from './tab.js'

export interface WebKit {
  /** Where the commands of its only session go. */
  readonly session: string
  readonly version: string
  readonly stop: () => Promise<void>
}

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
export const startWebKit = async ({ browser, driver, screen }: WebKitPaths): Promise<WebKit> => {
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
    const created = (await untilWorks(() =>
      sendCommand(root, {
        method: 'POST',
        body: { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } },
      }),
    )) as { readonly sessionId: string; readonly capabilities: { readonly browserVersion: string } }
    return {
      session: `${root}/${created.sessionId}`,
      version: `webkitgtk ${created.capabilities.browserVersion}`,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

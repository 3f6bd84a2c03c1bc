import type { Chromium } from './start-chromium.js'

/** One tab; what it is told to do rejects where the page throws. */
export interface Tab {
  /** Resolves when the page is loaded; `from` is the page whose link was followed. */
  readonly go: (url: string, from?: string) => Promise<void>
  /** Runs a function in the page: of all there is it sees what it is given. */
  readonly run: <Result, Given = undefined>(
    task: (given: Given) => Result | Promise<Result>,
    given?: Given,
  ) => Promise<Result>
  readonly close: () => Promise<void>
}

interface Ran {
  readonly result: { readonly value?: unknown }
  readonly exceptionDetails?: { readonly exception?: { readonly description?: string } }
}

/** Opens a tab of the browser, with nothing in it. */
export const openTab = async ({ next, send }: Chromium): Promise<Tab> => {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank', newWindow: true })
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
  const session = String(sessionId)
  await send('Page.enable', {}, session)
  await send('Emulation.setFocusEmulationEnabled', { enabled: true }, session)
  return {
    go: async (url, referrer) => {
      const loaded = next('Page.loadEventFired', session)
      const { errorText } = await send('Page.navigate', { url, referrer }, session)
      if (typeof errorText === 'string') throw new Error(`${url}: ${errorText}`)
      await loaded
    },
    run: async (task, given) => {
      const ran = await send(
        'Runtime.evaluate',
        {
          expression: `(${task.toString()})(${JSON.stringify(given)})`,
          awaitPromise: true,
          returnByValue: true,
        },
        session,
      )
      const { exceptionDetails: thrown, result } = ran as unknown as Ran
      if (thrown) throw new Error(thrown.exception?.description ?? 'The page threw')
      return result.value as never
    },
    close: async () => {
      await send('Target.closeTarget', { targetId })
    },
  }
}

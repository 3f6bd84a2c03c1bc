import { followLoads } from './follow-loads.js'
import type { Session } from './open-pipe.js'
import type { Chromium } from './start-chromium.js'

/** One tab; what it is told to do rejects where the page throws. */
export interface Tab {
  /** As the browser names it. */
  readonly id: string
  readonly page: Session
  /** Resolves when the page is loaded; `from` is the page whose link was followed. */
  readonly go: (url: string, from?: string) => Promise<void>
  /** Resolves when the page has come, loaded or not. */
  readonly begin: (url: string) => Promise<void>
  readonly reload: () => Promise<void>
  /** Runs a function in the page: of all there is it sees what it is given. */
  readonly run: <Result, Given = undefined>(
    task: (given: Given) => Result | Promise<Result>,
    given?: Given,
  ) => Promise<Result>
  /** Runs statements in the page. */
  readonly say: (script: string) => Promise<void>
  readonly close: () => Promise<void>
}

interface Ran {
  readonly result: { readonly value?: unknown }
  readonly exceptionDetails?: {
    readonly text: string
    readonly exception?: { readonly description?: string; readonly value?: unknown }
  }
}

const evaluate = async (page: Session, expression: string): Promise<unknown> => {
  const ran = await page.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
    userGesture: true,
  })
  const { exceptionDetails: thrown, result } = ran as unknown as Ran
  if (!thrown) return result.value
  const { exception, text } = thrown
  throw new Error(exception?.description ?? `${text} ${String(exception?.value)}`)
}

/** Follows the page while it is sent somewhere. */
const sent = async (page: Session, url: string, referrer?: string) => {
  const loads = followLoads(page)
  const { errorText, loaderId } = await page.send('Page.navigate', { url, referrer })
  if (typeof errorText === 'string') {
    loads.stop()
    throw new Error(`${url}: ${errorText}`)
  }
  // none where only the hash is another
  return { loads, loader: typeof loaderId === 'string' ? loaderId : undefined }
}

/** Takes hold of a tab that is open. */
export const attachTab = async (chromium: Chromium, targetId: string): Promise<Tab> => {
  const attached = await chromium.send('Target.attachToTarget', { targetId, flatten: true })
  const id = String(attached['sessionId'])
  const page = chromium.page(id)
  const gone = new Promise<void>((resolve) => {
    const stop = chromium.on('Target.detachedFromTarget', ({ sessionId }) => {
      if (sessionId !== id) return
      stop()
      resolve()
    })
  })
  // a page that asks whether it may be left may be, and stands still until it is told so
  page.on('Page.javascriptDialogOpening', ({ type }) => {
    page.send('Page.handleJavaScriptDialog', { accept: type === 'beforeunload' }).catch(() => {})
  })
  await Promise.all([
    page.send('Page.enable'),
    page.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
  ])
  return {
    id: targetId,
    page,
    go: async (url, from) => {
      const { loader, loads } = await sent(page, url, from)
      if (loader) await loads.loaded(loader)
      loads.stop()
    },
    begin: async (url) => {
      const { loader, loads } = await sent(page, url)
      if (loader) await loads.came(loader)
      loads.stop()
    },
    reload: async () => {
      const loads = followLoads(page)
      await page.send('Page.reload')
      await loads.loaded()
      loads.stop()
    },
    run: (task, given) =>
      evaluate(page, `(${task.toString()})(${JSON.stringify(given)})`) as Promise<never>,
    say: async (script) => {
      await evaluate(page, `{ ${script}\n}; undefined`)
    },
    close: async () => {
      await chromium.send('Target.closeTarget', { targetId })
      await gone
    },
  }
}

/** Opens a tab of the browser, with nothing in it; in that context of it, where one is named. */
export const openTab = async (chromium: Chromium, context?: string): Promise<Tab> => {
  const { targetId } = await chromium.send('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    browserContextId: context,
  })
  return attachTab(chromium, String(targetId))
}

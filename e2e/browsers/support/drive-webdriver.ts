import { type Place, placeOf } from './place-on-screen.js'
import { sendCommand, type SendOptions } from './send-command.js'
import type { WebKit } from './start-webkit.js'
import { type Browser, type How, type Tab, untilWorks } from './tab.js'

/** Milliseconds after which a look at the page counts as lost. */
const LOOK = 2000
// As the protocol names them.
const ENTER = '\uE007'
const CONTROL = '\uE009'
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

type Send = (path: string, options: SendOptions) => Promise<unknown>

const pointer = ({ x, y }: Place, how: How) => {
  const button = how === 'middle' ? 1 : 0
  const key = (type: string) => ({ type, value: CONTROL })
  const wait = { type: 'pause', duration: 0 }
  const keys = how === 'control' ? [key('keyDown'), wait, wait, key('keyUp')] : []
  return {
    actions: [
      {
        type: 'pointer',
        id: 'mouse',
        parameters: { pointerType: 'mouse' },
        actions: [
          { type: 'pointerMove', duration: 0, x, y },
          { type: 'pointerDown', button },
          { type: 'pointerUp', button },
          wait,
        ],
      },
      ...(keys.length ? [{ type: 'key', id: 'keyboard', actions: keys }] : []),
    ],
  }
}

/** Runs in the page. */
const fillIn = ([target, text]: readonly [string, string]): void => {
  const field = document.querySelector<HTMLInputElement>(target)
  if (!field) throw new Error(`nothing to fill in: ${target}`)
  field.focus()
  field.value = text
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }))
}

const tabOf = (send: Send): Tab => {
  const post = (path: string, body?: object) => send(path, { method: 'POST', body })
  const look: Tab['look'] = (run, given) =>
    untilWorks(async () => {
      const body = { script: `return (${run.toString()})(...arguments)`, args: [given ?? null] }
      return (await send('execute/sync', { method: 'POST', body, patience: LOOK })) as never
    })
  const evaluate: Tab['eval'] = async (run, given) => {
    const [fault, result] = (await post('execute/async', {
      script: `const [given, done] = arguments
        Promise.resolve().then(() => (${run.toString()})(given)).then(
          (result) => done([null, result === undefined ? null : result]),
          (error) => done([String(error), null]),
        )`,
      args: [given ?? null],
    })) as readonly [string | null, unknown]
    if (fault !== null) throw new Error(fault)
    return (result ?? undefined) as never
  }
  return {
    goto: async (url) => {
      await post('url', { url })
    },
    reload: async () => {
      await post('refresh')
    },
    url: () => untilWorks(async () => String(await send('url', { method: 'GET' }))),
    eval: evaluate,
    run: async (script) => {
      await post('execute/sync', { script, args: [] })
    },
    look,
    click: async (target, how = 'left') => {
      await post('actions', pointer(await placeOf(look, target), how))
    },
    enter: async (target) => {
      await placeOf(look, target)
      const using = target.startsWith('//') ? 'xpath' : 'css selector'
      const found = (await post('element', { using, value: target })) as Record<string, string>
      await post(`element/${found[ELEMENT]}/value`, { text: ENTER })
    },
    // typed capitals may come out small
    fill: async (target, text) => {
      await placeOf(look, target)
      await evaluate(fillIn, [target, text] as const)
    },
    // choosing it is showing it
    show: async () => {
      await send('url', { method: 'GET' })
    },
    close: async () => {
      await send('window', { method: 'DELETE' })
    },
  }
}

/** A browser behind a driver of W3C WebDriver. */
export const driveWebDriver = async ({ session, version, stop }: WebKit): Promise<Browser> => {
  const direct: Send = (path, options) => sendCommand(`${session}/${path}`, options)
  const handles = async () =>
    (await direct('window/handles', { method: 'GET' })) as readonly string[]
  const choose = (handle: string) => direct('window', { method: 'POST', body: { handle } })

  // commands go to the tab that was chosen last, so those of several tabs wait for each other
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(job: () => Promise<Result>): Promise<Result> => {
    const next = last.then(job)
    last = next.catch(() => undefined)
    return next
  }
  let [chosen = ''] = await handles()
  const first = chosen
  const tabAt = (handle: string): Tab =>
    tabOf((path, options) =>
      inTurn(async () => {
        if (chosen !== handle) await choose(handle)
        chosen = handle
        return direct(path, options)
      }),
    )
  await direct('timeouts', { method: 'POST', body: { script: 15_000, pageLoad: 15_000 } })
  return {
    version,
    tab: tabAt(first),
    openTab: async (from) => {
      const before = await inTurn(handles)
      // a tab that the driver makes hears nothing of storage; one with an opener keeps that out of the back/forward cache
      await from.run("open('about:blank', '_blank', 'noopener')")
      return untilWorks(async () => {
        const opened = (await inTurn(handles)).find((handle) => !before.includes(handle))
        if (!opened) throw new Error('no tab was opened')
        return tabAt(opened)
      })
    },
    tabs: async () => (await inTurn(handles)).map(tabAt),
    closeOthers: () =>
      inTurn(async () => {
        for (const handle of await handles())
          if (handle !== first) {
            await choose(handle)
            await direct('window', { method: 'DELETE' })
          }
        await choose(first)
        chosen = first
      }),
    clearCookies: () =>
      inTurn(async () => {
        await direct('cookie', { method: 'DELETE' })
      }),
    close: stop,
  }
}

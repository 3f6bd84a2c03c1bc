import type { CommandName, Driven, Send } from './driven.js'
import { placeOf } from './place-on-screen.js'
import { clickAt, PRESS_ENTER } from './press.js'
import { type Browser, PATIENCE, type Tab, untilWorks } from './tab.js'

/** Milliseconds after which a look at the page counts as lost. */
const LOOK = 2000

/** Runs in the page. */
const focusOn = (target: string): void => {
  const found = target.startsWith('//')
    ? document.evaluate(target, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue
    : document.querySelector(target)
  if (found instanceof HTMLElement) found.focus()
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
  const tell = (name: CommandName, given?: object) => send({ name, given })
  const look: Tab['look'] = (run, given) =>
    untilWorks(async () => {
      const body = { script: `return (${run.toString()})(...arguments)`, args: [given ?? null] }
      return (await send({ name: 'ExecuteScript', given: body, patience: LOOK })) as never
    })
  const evaluate: Tab['eval'] = async (run, given) => {
    const [fault, result] = (await tell('ExecuteAsyncScript', {
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
      await tell('Navigate', { url })
    },
    reload: async () => {
      await tell('Refresh')
    },
    url: () => untilWorks(async () => String(await tell('GetCurrentURL'))),
    eval: evaluate,
    run: async (script) => {
      await tell('ExecuteScript', { script, args: [] })
    },
    look,
    click: async (target, how = 'left') => {
      await tell('PerformActions', clickAt(await placeOf(look, target), how))
    },
    enter: async (target) => {
      await placeOf(look, target)
      await evaluate(focusOn, target)
      await tell('PerformActions', PRESS_ENTER)
    },
    // typed capitals may come out small
    fill: async (target, text) => {
      await placeOf(look, target)
      await evaluate(fillIn, [target, text] as const)
    },
    // choosing it is showing it
    show: async () => {
      await tell('GetCurrentURL')
    },
    close: async () => {
      await tell('CloseWindow')
    },
  }
}

/** A browser behind a driver of W3C WebDriver. */
export const driveWebDriver = async ({ send, version, stop }: Driven): Promise<Browser> => {
  const handles = async () => (await send({ name: 'GetWindowHandles' })) as readonly string[]
  const choose = (handle: string) => send({ name: 'SwitchToWindow', given: { handle } })

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
    tabOf((command) =>
      inTurn(async () => {
        if (chosen !== handle) await choose(handle)
        chosen = handle
        return send(command)
      }),
    )
  await send({ name: 'SetTimeouts', given: { script: PATIENCE, pageLoad: PATIENCE } })
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
            await send({ name: 'CloseWindow' })
          }
        await choose(first)
        chosen = first
      }),
    clearCookies: () =>
      inTurn(async () => {
        await send({ name: 'DeleteAllCookies' })
      }),
    close: stop,
  }
}

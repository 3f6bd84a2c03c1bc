import { attachTab, type Tab as Driven, openTab } from '../../support/devtools/open-tab.js'
import { pressEnter, pressMouse } from '../../support/devtools/press.js'
import type { Chromium } from '../../support/devtools/start-chromium.js'
import { placeOf } from './place-on-screen.js'
import { type Browser, PATIENCE, type Tab, untilWorks } from './tab.js'

/** Milliseconds after which a look at the page counts as lost. */
const LOOK = 5000

const within = async <Result>(
  patience: number,
  what: string,
  promise: Promise<Result>,
): Promise<Result> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: no end in ${patience} ms`)), patience)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Runs in the page. */
const focusOn = (target: string): void => {
  const found = target.startsWith('//')
    ? document.evaluate(target, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue
    : document.querySelector(target)
  if (!(found instanceof HTMLElement)) throw new Error(`nothing to put the focus on: ${target}`)
  found.focus()
  if (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement) found.select()
}

/** A tab that is driven, as specs know tabs. */
export const tabOf = (driven: Driven): Tab => {
  const { page } = driven
  const look: Tab['look'] = (source, given) =>
    untilWorks(() => within(LOOK, 'look', driven.run(source, given)))
  const focus = async (target: string): Promise<void> => {
    await placeOf(look, target)
    await look(focusOn, target)
  }
  return {
    goto: (url) => within(PATIENCE, url, driven.go(url)),
    reload: () => within(PATIENCE, 'reload', driven.reload()),
    url: () => look(() => location.href),
    eval: driven.run,
    run: driven.say,
    look,
    click: async (target, how) => {
      await pressMouse(page, await placeOf(look, target), how)
    },
    enter: async (target) => {
      await focus(target)
      await pressEnter(page)
    },
    fill: async (target, text) => {
      await focus(target)
      await page.send('Input.insertText', { text })
    },
    show: async () => {
      await page.send('Page.bringToFront')
    },
    close: driven.close,
  }
}

interface Target {
  readonly targetId: string
  readonly type: string
  readonly browserContextId?: string
}

/** A Chromium that was started, in a context of its own, which keeps nothing on disk. */
export const driveDevTools = async (chromium: Chromium): Promise<Browser> => {
  const { browserContextId } = await chromium.send('Target.createBrowserContext')
  const { product } = await chromium.send('Browser.getVersion')
  const context = String(browserContextId)
  const open = async (): Promise<readonly string[]> => {
    const { targetInfos } = await chromium.send('Target.getTargets')
    return (targetInfos as readonly Target[])
      .filter((target) => target.type === 'page' && target.browserContextId === context)
      .map(({ targetId }) => targetId)
  }
  const first = await openTab(chromium, context)
  const known = new Map([[first.id, first]])
  const tabAt = async (id: string): Promise<Tab> => {
    const driven = known.get(id) ?? (await attachTab(chromium, id))
    known.set(id, driven)
    return tabOf(driven)
  }
  return {
    version: `chromium ${String(product).split('/')[1]}`,
    tab: tabOf(first),
    openTab: async () => {
      const driven = await openTab(chromium, context)
      known.set(driven.id, driven)
      return tabOf(driven)
    },
    tabs: async () => Promise.all((await open()).map(tabAt)),
    closeOthers: () =>
      untilWorks(async () => {
        const others = (await open()).filter((id) => id !== first.id)
        if (!others.length) return
        await Promise.all(
          others.map((targetId) => chromium.send('Target.closeTarget', { targetId })),
        )
        throw new Error('tabs are still open')
      }),
    clearCookies: async () => {
      await chromium.send('Storage.clearCookies', { browserContextId: context })
    },
    close: chromium.close,
  }
}

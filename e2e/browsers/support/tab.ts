/** How a link or button is pressed. */
export type How = 'left' | 'middle' | 'control'

/** A tab as a shopper has it: all that specs know of the browser that they run in. Every wait is bounded. */
export interface Tab {
  /** Resolves once the page has loaded. */
  readonly goto: (url: string) => Promise<void>
  readonly reload: () => Promise<void>
  readonly url: () => Promise<string>
  /** Runs a function in the page, once; it sees nothing but its argument. */
  readonly eval: <Result, Given = undefined>(
    run: (given: Given) => Result | Promise<Result>,
    given?: Given,
  ) => Promise<Result>
  /** As `eval`, for what only looks and answers at once: asks again where the page goes away meanwhile. */
  readonly look: <Result, Given = undefined>(
    run: (given: Given) => Result,
    given?: Given,
  ) => Promise<Result>
  /** Runs these statements in the page; their value is lost. What is to stay there is put on `window`. */
  readonly run: (script: string) => Promise<void>
  /** Presses what a selector names (CSS, or XPath from `//` on) near its top left corner, as soon as it can be seen. */
  readonly click: (target: string, how?: How) => Promise<void>
  /** Presses Enter on it. */
  readonly enter: (target: string) => Promise<void>
  /** Fills a field in, as a paste does. */
  readonly fill: (target: string, text: string) => Promise<void>
  /** Brings the tab to the front. */
  readonly show: () => Promise<void>
  readonly close: () => Promise<void>
}

/** A browser with one tab to begin with. */
export interface Browser {
  /** Name and version, as the browser gives them. */
  readonly version: string
  readonly tab: Tab
  /** Another tab, empty, as the shopper opens one. */
  readonly openTab: (from: Tab) => Promise<Tab>
  /** All that are open, whoever opened them. */
  readonly tabs: () => Promise<readonly Tab[]>
  /** Closes all tabs but the first, whoever opened them. */
  readonly closeOthers: () => Promise<void>
  /** Those of the origin that the first tab is on. */
  readonly clearCookies: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Milliseconds that a page, or what is looked for on it, may take: many times what a busy machine took. */
export const PATIENCE = 15_000

const PAUSE = 40

export const pause = (milliseconds: number = PAUSE): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** Tries until it works; rejects with the last failure once patience is at an end. */
export const untilWorks = async <Result>(attempt: () => Promise<Result>): Promise<Result> => {
  const end = Date.now() + PATIENCE
  for (;;)
    try {
      return await attempt()
    } catch (error) {
      if (Date.now() > end) throw error
      await pause()
    }
}

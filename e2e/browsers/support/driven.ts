/** A command of W3C WebDriver, as Firefox names it. */
export type CommandName =
  | 'CloseWindow'
  | 'DeleteAllCookies'
  | 'ExecuteAsyncScript'
  | 'ExecuteScript'
  | 'GetCurrentURL'
  | 'GetWindowHandles'
  | 'Navigate'
  | 'NewSession'
  | 'PerformActions'
  | 'Refresh'
  | 'SetTimeouts'
  | 'SwitchToWindow'

export interface Command {
  readonly name: CommandName
  /** Its parameters. */
  readonly given?: object | undefined
  /** Milliseconds, after which it counts as lost: WebKit leaves some unanswered. */
  readonly patience?: number | undefined
}

/** Sends one command and answers its value; rejects with the driver's own words. */
export type Send = (command: Command) => Promise<unknown>

/** What a driver answers to `NewSession`. */
export interface Session {
  readonly sessionId: string
  readonly capabilities: { readonly browserVersion: string }
}

/** A browser that has been started, and the only session with it. */
export interface Driven {
  readonly send: Send
  /** Name and version, as the browser gives them. */
  readonly version: string
  readonly stop: () => Promise<void>
}

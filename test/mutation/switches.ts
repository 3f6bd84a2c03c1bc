type Hits = Readonly<Record<string, number>>

/** What the switches in the instrumented sources look at. */
export interface Switches {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  hitCount?: number | undefined
  hitLimit?: number | undefined
  mutantCoverage?: { readonly static: Hits; readonly perTest: Readonly<Record<string, Hits>> }
}

const SWITCHES = '__stryker__'
Object.assign(globalThis, { [SWITCHES]: Reflect.get(globalThis, SWITCHES) ?? {} })
/** The one object that all instrumented modules of this worker ask. */
export const switches = Reflect.get(globalThis, SWITCHES) as Switches

import type { Tab } from '../browsers/support/tab.js'
import type { Shop } from '../fixtures.js'
import type { Row } from './factors.js'
import type { Network } from './open-network.js'

/** A tab to which may be done what befalls tabs. */
export interface FragileTab extends Tab {
  /** Resolves when the page has come, loaded or not. */
  readonly begin: (url: string) => Promise<void>
  /** Stops its time, until it is thawed. */
  readonly freeze: () => Promise<void>
  readonly thaw: () => Promise<void>
  /** Ends its process in the middle of whatever it does, and closes it. */
  readonly kill: () => Promise<void>
}

/** What a test is given to walk a row in. */
export interface Stage {
  readonly tab: FragileTab
  /** Another one, closed at the end at the latest. */
  readonly openTab: () => Promise<FragileTab>
  /** The names of all cookies that there are. */
  readonly cookies: () => Promise<readonly string[]>
  /** Takes the cookies with these names out of the browser. */
  readonly forget: (names: RegExp) => Promise<void>
  /** What was thrown into any page, or said to be an error, so far. */
  readonly trouble: () => readonly string[]
  readonly shop: Shop
}

/** What one row needs all along. */
export interface Walk extends Stage {
  readonly row: Row
  readonly network: Network
}

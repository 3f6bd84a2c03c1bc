import type { BrowserContext, Page } from '@playwright/test'
import type { Shop } from '../fixtures.js'
import type { Row } from './factors.js'
import type { Network } from './open-network.js'

/** What a test is given to walk a row in. */
export interface Stage {
  readonly page: Page
  readonly context: BrowserContext
  readonly shop: Shop
}

/** What one row needs all along. */
export interface Walk extends Stage {
  readonly row: Row
  readonly network: Network
}

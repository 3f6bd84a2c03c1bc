import type { ConsentSource } from '../../../src/types.js'
import type { LoadStage } from '../open-stub-page.js'

export interface Choice {
  readonly attribution: boolean
  readonly discount: boolean
}

/** A vendor on a page, as documented, with a source that asks it for two things of its own that can differ. */
export interface Vendor {
  readonly source: ConsentSource
  /** The vendor's script arrives; nobody has answered it before. */
  readonly arrive: () => void
  /** The shopper answers, for the first time or anew. */
  readonly answer: (choice: Choice) => void
  /** The vendor tells once more what was answered last. */
  readonly tellAgain: () => void
  /** Each puts rubbish in another of the places where an answer is looked for, and has the vendor tell of it. */
  readonly spoil: readonly ((rubbish: unknown) => void)[]
  readonly load: (stage?: LoadStage) => void
  /** How many of the page's and of the vendor's events are still listened to. */
  readonly listeners: () => number
}

export interface VendorOptions {
  /** Whether the source asks for the discount. */
  readonly asksForDiscount: boolean
}

export type OpenVendor = (options: VendorOptions) => Vendor

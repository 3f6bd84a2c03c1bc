import { checkoutUrl } from './checkout/checkout-url.js'
import type { View } from './page.js'
import { baseOf } from './page.js'
import type { Settings } from './settings.js'

/** The url with these codes on it where it leads to checkout, as `checkoutUrl` has it; asks for the codes only there. */
export const createCarry =
  ({ origins, paths, platform }: Settings, view: () => View | undefined) =>
  (url: string, codes: () => readonly string[]): string =>
    checkoutUrl(url, {
      base: baseOf(view()),
      places: { origins, paths, pattern: platform.checkoutPath },
      get codes() {
        return codes()
      },
    })

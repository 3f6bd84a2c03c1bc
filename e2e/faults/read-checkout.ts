import type { Tab } from '../support/devtools/open-tab.js'

export interface CheckoutRead {
  readonly codes: readonly { readonly code: string; readonly applicable: boolean }[]
  /** Where its order is placed. */
  readonly path: string
}

/** A checkout as the shop begins it where the keeper would send the shopper, without leaving the page. */
export const readCheckout = (tab: Tab): Promise<CheckoutRead> =>
  tab.run(async () => {
    const answer = await fetch(window.DiscountKeeper.checkoutUrl('/checkout'))
    const read = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const codes = [...read.querySelectorAll('[data-applied]')].map((pill) => ({
      code: pill.getAttribute('data-code') ?? '',
      applicable: pill.getAttribute('data-applied') === 'true',
    }))
    return { codes, path: read.querySelector('form')?.getAttribute('action') ?? '' }
  })

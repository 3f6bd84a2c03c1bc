/** What may go wrong, each of it on its own. The first value of every row is: nothing. */
export const FACTORS = {
  /** What the page can keep anything in. `cleared`: once, after the landing; `half cleared`: local storage, before each page. */
  storage: ['works', 'blocked', 'full', 'vanishing', 'stale', 'cleared', 'half cleared', 'raced'],
  /** How the shop's API answers. Its pages are always answered, and the shopper insists until the item is in the cart. */
  network: ['fine', 'offline', 'slow', 'hung', '429', '500', 'HTML', 'halved', 'out of order'],
  /** How long it does so. */
  until: ['checkout', 'the end'],
  /** What becomes of the page. */
  page: ['plain', 'cached', 'prerendered', 'frozen', 'killed', 'doubled', 'old beside new'],
  /** How the shopper leaves the cart. */
  exit: ['Checkout link', 'Check out', 'Checkout by location.href', 'Checkout by form.submit()'],
  /** Whether they wait until the page is done. */
  pace: ['calm', 'in a hurry'],
} as const

export type Factor = keyof typeof FACTORS

/** One journey of the matrix: a value of each factor. */
export type Row = { readonly [Name in Factor]: (typeof FACTORS)[Name][number] }

/** How a row is called in reports, and by those who run it again. */
export const nameOf = ({ exit, network, page, pace, storage, until }: Row): string =>
  `storage ${storage}, shop ${network} until ${until}, page ${page}, ${exit}, ${pace}`

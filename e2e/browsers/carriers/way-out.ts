/** What on the page itself carries the code; `none` where only the visit and the cart do. */
export type Carrier = 'click' | 'form' | 'navigation' | 'none'

/** How the shopper, or a script for them, leaves. `run` is a script of the page. */
export type Leave =
  | { readonly click: string; readonly how?: 'middle' | 'control' | undefined }
  | { readonly press: string }
  | { readonly run: string }

export interface WayOut {
  readonly name: string
  /** Put on the page after it has loaded. */
  readonly markup: string
  readonly leave: Leave
  /** Run on the markup before leaving. */
  readonly prepare?: string | undefined
  /** The page-side carrier where the browser has the Navigation API. */
  readonly modern: Carrier
  /** The same without it. */
  readonly older: Carrier
  /** Opens another tab or window. */
  readonly opens?: true | undefined
  /** Makes the cart by itself. */
  readonly makesCart?: true | undefined
}

/** A script that fills the shadow root of the element with the id `host`. */
export const inRoot = (mode: 'open' | 'closed', markup: string): string =>
  `document.querySelector('#host').attachShadow({ mode: '${mode}' })
    .append(document.createRange().createContextualFragment(\`${markup}\`))`

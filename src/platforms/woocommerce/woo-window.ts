interface Body {
  readonly on: (events: string, listener: () => void) => unknown
  readonly off: (events: string, listener: () => void) => unknown
  readonly trigger: (event: string) => unknown
}

/** The globals of a WooCommerce page that are read here; every one may be missing. */
export type WooWindow = Window &
  typeof globalThis & {
    /** With every page of the blocks; as old as the page, which may come from a cache. */
    readonly wcBlocksMiddlewareConfig?: { readonly storeApiNonce?: string | undefined } | undefined
    readonly wp?:
      | {
          readonly data?:
            | {
                readonly dispatch?:
                  | ((store: string) => { readonly invalidateResolutionForStore?: () => unknown })
                  | undefined
              }
            | undefined
        }
      | undefined
    /** What the classic cart and its fragments listen to: its events are none of the document's. */
    readonly jQuery?: ((element: Element) => Body) | undefined
  }

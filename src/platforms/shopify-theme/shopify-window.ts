/** What `updateCart` answers. A change that was refused comes with errors; both lists may be missing. */
export interface UpdateCartAnswer {
  readonly userErrors?: readonly unknown[] | null | undefined
  readonly warnings?: readonly { readonly code?: string | undefined }[] | null | undefined
}

/**
 * Shopify's standard action `updateCart` (shopify.dev/docs/api/storefront-events-and-actions); `discountCodes` replaces the
 * set. There from DOMContentLoaded on. Its default may reload the page.
 */
export interface UpdateCart {
  (
    change: { readonly discountCodes: readonly string[] },
    options: {
      readonly signal: AbortSignal
      readonly event: { readonly detail: { readonly sourceId: string } }
    },
  ): Promise<UpdateCartAnswer>
  /** False where the theme does it in its own way. */
  readonly isDefault?: (() => boolean) | undefined
}

/** The globals of a Liquid theme that are read here; every one may be missing. */
export type ShopifyWindow = Window &
  typeof globalThis & {
    readonly Shopify?:
      | {
          readonly designMode?: boolean | undefined
          readonly actions?: { readonly updateCart?: UpdateCart | undefined } | undefined
          readonly routes?: { readonly root?: string | undefined } | undefined
          readonly customerPrivacy?: object | undefined
          readonly loadFeatures?:
            | ((features: readonly object[], loaded: () => void) => void)
            | undefined
        }
      | undefined
    /** Horizon's. */
    readonly Theme?: { readonly routes?: object | undefined } | undefined
    /** Dawn's. */
    readonly publish?: ((event: string, detail: object) => unknown) | undefined
  }

/** Base of all shop paths, with the locale; always ends in a slash. */
export const root = (view: ShopifyWindow): string => view.Shopify?.routes?.root ?? '/'

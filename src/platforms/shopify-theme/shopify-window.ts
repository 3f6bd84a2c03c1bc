/** The globals of a Liquid theme that are read here; every one may be missing. */
export type ShopifyWindow = Window &
  typeof globalThis & {
    readonly Shopify?:
      | {
          readonly designMode?: boolean | undefined
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

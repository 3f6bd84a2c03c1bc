/** A cart as the Ajax API shows it, as far as clients look at it. */
export interface SeenCart {
  readonly items: readonly {
    readonly key: string
    readonly variant_id: number
    readonly quantity: number
    readonly properties: Readonly<Record<string, string>>
  }[]
  readonly attributes: Readonly<Record<string, string>>
  readonly note: string
  readonly item_count: number
  readonly total_discount: number
  readonly discount_codes?: readonly { readonly code: string; readonly applicable: boolean }[]
}

/** Functions of `@shopify/theme-cart`, which brings no types. They reject with the response where the shop refuses. */
export interface ThemeCart {
  readonly getState: () => Promise<SeenCart>
  readonly addItem: (id: number, options?: object) => Promise<unknown>
  readonly updateItem: (key: string, options: object) => Promise<SeenCart>
  readonly removeItem: (key: string) => Promise<SeenCart>
  readonly clearItems: () => Promise<SeenCart>
  readonly updateAttributes: (attributes: object) => Promise<SeenCart>
  readonly clearAttributes: () => Promise<SeenCart>
  readonly updateNote: (note: string) => Promise<SeenCart>
}
